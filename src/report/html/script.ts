/**
 * The only script of the page. The switch works without it; it keeps the language of the document in step, and begins
 * with the first language of the reader's browser that the page has, where none was asked for. It lets a reader order
 * the rows of a table, which stand in the order of the map until then.
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
  function keyOf(row, column) {
    var cell = row.cells[column]
    var sort = cell.getAttribute('data-sort')
    if (sort === null) return cell.innerText.trim()
    return sort === '' ? null : Number(sort)
  }
  function order(table, column, head) {
    var down = head.getAttribute('aria-sort') !== 'descending'
    table.querySelectorAll('thead th').forEach(function (one) { one.removeAttribute('aria-sort') })
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
    var body = table.tBodies[0]
    Array.from(body.rows).map(function (row) { return { row: row, key: keyOf(row, column) } }).sort(function (a, b) {
      if (a.key === null || b.key === null) return (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0)
      var by = typeof a.key === 'number' ? a.key - b.key : String(a.key).localeCompare(String(b.key), document.documentElement.lang)
      return down ? -by : by
    }).forEach(function (one) { body.appendChild(one.row) })
  }
  document.querySelectorAll('table.sortable').forEach(function (table) {
    table.querySelectorAll('thead th').forEach(function (head, column) {
      var button = document.createElement('button')
      button.type = 'button'
      while (head.firstChild) button.appendChild(head.firstChild)
      head.appendChild(button)
      button.addEventListener('click', function () { order(table, column, head) })
    })
  })
  addEventListener('hashchange', function () { choose(location.hash.slice(1)) })
  choose(location.hash.slice(1))
})()
`
