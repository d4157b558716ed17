/**
 * The only script of the page. The switch works without it; it keeps the language of the document in step, and begins
 * with the first language of the reader's browser that the page has, where none was asked for.
 */
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
  function ofBrowser() {
    var known = (navigator.languages || [navigator.language]).map(function (tag) { return tag.slice(0, 2).toLowerCase() })
    return known.filter(function (language) { return languages.indexOf(language) >= 0 })[0]
  }
  if (document.body.hasAttribute('data-browser')) choose(ofBrowser())
  addEventListener('hashchange', function () { choose(location.hash.slice(1)) })
  choose(location.hash.slice(1))
})()
`
