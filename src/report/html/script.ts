/** The only script of the page. The switch works without it; it keeps the language of the document in step. */
export const SCRIPT = `
(function () {
  var languages = ['en', 'zh']
  function follow() {
    languages.forEach(function (language) {
      if (document.getElementById(language).checked) {
        document.documentElement.lang = language
        document.title = document.body.getAttribute('data-title-' + language)
      }
    })
  }
  function choose(language) {
    if (languages.indexOf(language) >= 0) document.getElementById(language).checked = true
    follow()
  }
  languages.forEach(function (language) {
    document.getElementById(language).addEventListener('change', follow)
  })
  addEventListener('hashchange', function () { choose(location.hash.slice(1)) })
  choose(location.hash.slice(1))
})()
`
