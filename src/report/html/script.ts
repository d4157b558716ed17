/** The only script of the page. The switch works without it; it keeps the language of the document in step. */
export const SCRIPT = `
(function () {
  var languages = ['en', 'zh']
  function radioOf(language) {
    return document.getElementById('lang-' + language)
  }
  function follow() {
    languages.forEach(function (language) {
      if (radioOf(language).checked) {
        document.documentElement.lang = language
        document.title = document.body.getAttribute('data-title-' + language)
      }
    })
  }
  function choose(language) {
    if (languages.indexOf(language) >= 0) radioOf(language).checked = true
    follow()
  }
  languages.forEach(function (language) {
    radioOf(language).addEventListener('change', follow)
  })
  addEventListener('hashchange', function () { choose(location.hash.slice(1)) })
  choose(location.hash.slice(1))
})()
`
