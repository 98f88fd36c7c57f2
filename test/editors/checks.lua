-- Run by Neovim itself, with the configuration of docs/editors.md, in a copy of the examples. A line is written for each check, a last one at the end.
local here = debug.getinfo(1, 'S').source:match('^@(.*)/')
local desk = dofile(here .. '/desk.lua')
local demand = desk.demand

local checks = {}
local function check(name, body) table.insert(checks, { name = name, body = body }) end

check('a file of records is recognized, with its comments and its indent', function()
  local buffer = desk.open('us-brazil.agreement')
  demand(vim.bo[buffer].filetype == 'agreement', 'the file type is ' .. vim.bo[buffer].filetype)
  demand(vim.bo[buffer].commentstring == '// %s', 'comments are ' .. vim.bo[buffer].commentstring)
  demand(vim.bo[buffer].shiftwidth == 4 and vim.bo[buffer].expandtab, 'the indent is not four spaces')
end)

check('the server starts, in the folder of agreement.json', function()
  local buffer = desk.open('mra/2007-2012.agreement')
  desk.wait('the server', function() return desk.isServed(buffer) end)
  demand(desk.client().config.root_dir == vim.env.RECORDS, 'its folder is ' .. tostring(desk.client().config.root_dir))
end)

check('findings are shown', function()
  local buffer = desk.open('mra/2007-2012.agreement')
  local finding = desk.awaitFinding(buffer, 'conflicting-claims')
  demand(finding.severity == vim.diagnostic.severity.WARN, 'its severity is ' .. finding.severity)
  demand(finding.source == 'agreement', 'its source is ' .. tostring(finding.source))
  demand(vim.startswith(desk.marked(finding), 'signed 2008-06'), 'it marks ' .. desk.marked(finding))
  demand(finding.message:find('US-JO-MRA', 1, true), 'it says ' .. finding.message)
end)

check('findings follow what is typed, and what is undone', function()
  local buffer = desk.open('us-brazil.agreement')
  desk.replace('agreement US-BR-CMAA', 'US and BR', 'US and Brasilia')
  local finding = desk.awaitFinding(buffer, 'unresolved-reference')
  demand(desk.marked(finding) == 'Brasilia', 'it marks ' .. desk.marked(finding))
  vim.cmd('undo')
  desk.awaitNoFinding(buffer, 'unresolved-reference')
end)

check('findings come in another file than the one that is changed', function()
  local records = desk.open('us-brazil.agreement')
  desk.open('parties.agreement')
  desk.replace('party RFB', 'RFB', 'Receita')
  demand(desk.marked(desk.awaitFinding(records, 'unresolved-reference')) == 'RFB', 'it marks something else')
  vim.cmd('undo')
  desk.awaitNoFinding(records, 'unresolved-reference')
end)

check('a finding behind signs of two units marks the right bytes', function()
  local buffer = desk.open('us-brazil.agreement')
  desk.replace('figure "', 'figure "arrangements', 'figure "Brasília 🚢🚢 arrangements')
  desk.replace('🚢🚢', 'ctpat-mra-list-2022', 'nobody')
  local finding = desk.awaitFinding(buffer, 'unresolved-reference')
  demand(desk.marked(finding) == 'nobody', 'it marks ' .. desk.marked(finding))
end)

check('completion offers what fits, as plain text', function()
  desk.open('us-brazil.agreement')
  desk.cursor('agreement US-BR-MRA', 'RFB')
  local list = desk.ask('textDocument/completion', desk.here({ context = { triggerKind = 1 } }))
  local offered = {}
  for _, item in ipairs(list.items or list) do
    offered[item.label] = item
    demand(item.insertTextFormat ~= 2, item.label .. ' is a snippet, which this editor has not asked for')
  end
  demand(offered.RFB and offered['Jordan-Customs'], 'parties are not offered: ' .. table.concat(vim.tbl_keys(offered), ', '))
  demand(not offered.CTPAT, 'a program is offered as a party')
end)

check('a completion that is chosen is written in the place of what was typed', function()
  local buffer = desk.open('us-brazil.agreement')
  desk.replace('agreement US-BR-MRA', 'RFB', 'Jordan-Cu')
  local params = desk.here({ context = { triggerKind = 1 } })
  params.position.character = params.position.character + #'Jordan-Cu'
  local list = desk.ask('textDocument/completion', params)
  local chosen = vim.tbl_filter(function(item) return item.label == 'Jordan-Customs' end, list.items or list)[1]
  demand(chosen, 'it is not offered')
  vim.lsp.util.apply_text_edits({ chosen.textEdit }, buffer, desk.client().offset_encoding)
  desk.cursor('agreement US-BR-MRA', 'between CBP and Jordan-Customs\\$')
end)

check('hover explains a name', function()
  desk.open('us-brazil.agreement')
  desk.cursor('agreement US-BR-MRA', 'between', 'CBP')
  demand(desk.hover():find('U.S. Customs and Border Protection', 1, true), 'it says ' .. desk.hover())
end)

check('CTRL-] goes to another file', function()
  desk.open('us-brazil.agreement')
  desk.cursor('agreement US-BR-MRA', 'between', 'RFB')
  desk.press('<C-]>')
  demand(vim.fn.expand('%:t') == 'parties.agreement', 'it went to ' .. vim.fn.expand('%'))
  demand(vim.startswith(vim.api.nvim_get_current_line(), 'party RFB'), 'it went to ' .. vim.api.nvim_get_current_line())
end)

check('CTRL-] goes into the library, which can be read and not changed', function()
  desk.open('us-brazil.agreement')
  desk.cursor('agreement US-BR-MRA', 'MRA "')
  desk.press('<C-]>')
  local name = vim.api.nvim_buf_get_name(0)
  demand(name == 'builtin:///library/kinds.agreement', 'it went to ' .. name)
  demand(vim.startswith(vim.api.nvim_get_current_line(), 'kind MRA'), 'it went to ' .. vim.api.nvim_get_current_line())
  demand(not vim.bo.modifiable and not vim.bo.modified, 'it can be changed')
  demand(desk.isServed(0), 'nobody explains it')
  demand(desk.hover():find('Mutual Recognition Arrangement', 1, true), 'hover says ' .. desk.hover())
end)

check('an editor that knows nothing of documents of the server is led to a file, which cannot be changed', function()
  local buffer = desk.open('us-brazil.agreement')
  desk.cursor('agreement US-BR-MRA', 'MRA "')
  local params = desk.here()
  local location = desk.askPlainly(buffer, 'textDocument/definition', params)[1]
  local uri = location.targetUri or location.uri
  demand(vim.startswith(uri, 'file:'), 'it is led to ' .. uri)
  local file = vim.uri_to_fname(uri)
  demand(vim.startswith(file, vim.env.XDG_CACHE_HOME), 'it is led to ' .. file)
  demand(vim.fn.getfperm(file) == 'r--r--r--', 'it may be ' .. vim.fn.getfperm(file))
  local line = vim.fn.readfile(file)[(location.targetSelectionRange or location.range).start.line + 1]
  demand(vim.startswith(line, 'kind MRA'), 'it is led to ' .. line)
end)

check(':AgreementRule shows the page of the rule behind a finding', function()
  local buffer = desk.open('mra/2007-2012.agreement')
  desk.awaitFinding(buffer, 'conflicting-claims')
  desk.cursor('agreement US-JO-MRA', 'signed 2008-06')
  vim.cmd('AgreementRule')
  demand(vim.bo.filetype == 'markdown', 'the file type is ' .. vim.bo.filetype)
  demand(desk.lines()[1] == '# conflicting-claims', 'it begins with ' .. desk.lines()[1])
  vim.cmd('close')
end)

check('references are found in all files', function()
  desk.open('parties.agreement')
  desk.cursor('party RFB', 'RFB')
  local found = desk.ask('textDocument/references', desk.here({ context = { includeDeclaration = false } }))
  local files = {}
  for _, location in ipairs(found) do files[vim.fn.fnamemodify(vim.uri_to_fname(location.uri), ':t')] = true end
  demand(files['us-brazil.agreement'] and files['programs.agreement'], 'they are in ' .. vim.inspect(files))
end)

check('a record is renamed in all files, and all is well afterwards', function()
  local before = desk.terminal('agreement', 'check', '--format', 'json', vim.env.RECORDS)
  desk.open('us-brazil.agreement')
  desk.cursor('agreement US-BR-MRA', 'between', 'RFB')
  local edit, refusal = desk.ask('textDocument/rename', desk.here({ newName = 'Receita-Federal' }))
  demand(edit, 'it is refused: ' .. vim.inspect(refusal))
  vim.lsp.util.apply_workspace_edit(edit, desk.client().offset_encoding)
  vim.cmd('wall')
  for _, name in ipairs({ 'us-brazil', 'parties', 'programs' }) do
    local text = table.concat(vim.fn.readfile(vim.env.RECORDS .. '/' .. name .. '.agreement'), '\n')
    demand(text:find('Receita%-Federal') and not text:find('%f[%w]RFB%f[%W]'), name .. ' has the old name')
  end
  local after = desk.terminal('agreement', 'check', '--format', 'json', vim.env.RECORDS)
  local codes = function(report) return vim.tbl_map(function(f) return f.code end, vim.json.decode(report).findings) end
  demand(#codes(before) > 0 and vim.deep_equal(codes(before), codes(after)), 'other things are found afterwards')
end)

check('what cannot be renamed is refused in a sentence', function()
  desk.open('us-brazil.agreement')
  desk.cursor('agreement US-BR-MRA', 'MRA "')
  local edit, refusal = desk.ask('textDocument/rename', desk.here({ newName = 'Arrangement' }))
  demand(not edit and refusal, 'it is not refused')
  demand(refusal.message:find('declared in the library', 1, true), 'it says ' .. refusal.message)
end)

check('a mend is made', function()
  local buffer = desk.open('us-brazil.agreement')
  desk.replace('agreement US-BR-CMAA', 'signed 2002', 'signed April 9, 2002')
  local finding = desk.awaitFinding(buffer, 'invalid-date')
  local position = { line = finding.lnum, character = finding.col }
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = { start = position, ['end'] = position },
    context = { diagnostics = {}, only = { 'quickfix' } },
  }
  local actions = desk.ask('textDocument/codeAction', params)
  demand(actions and #actions > 0, 'there is none')
  local action = actions[1].edit and actions[1] or desk.ask('codeAction/resolve', actions[1])
  vim.lsp.util.apply_workspace_edit(action.edit, desk.client().offset_encoding)
  desk.cursor('agreement US-BR-CMAA', 'signed 2002-04-09')
  desk.awaitNoFinding(buffer, 'invalid-date')
end)

check('a file is formatted when it is saved, as the command line formats it', function()
  local name = vim.env.RECORDS .. '/drafts.agreement'
  local draft = { 'party   Draft "A draft"{', 'type customs-administration', '  of   US }' }
  desk.open('drafts.agreement')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, draft)
  vim.cmd('write')
  local saved = vim.fn.readfile(name)
  local expected = { 'party Draft "A draft" {', '    type customs-administration', '    of US', '}' }
  demand(vim.deep_equal(saved, expected), 'it is ' .. table.concat(saved, '\n'))
  desk.terminal('agreement', 'format', '--check', name)
end)

check('hints tell the status', function()
  local buffer = desk.open('us-brazil.agreement')
  local last = { line = vim.api.nvim_buf_line_count(buffer), character = 0 }
  local range = { start = { line = 0, character = 0 }, ['end'] = last }
  local hints = desk.ask('textDocument/inlayHint', { textDocument = { uri = vim.uri_from_bufnr(buffer) }, range = range })
  demand(hints and #hints > 0, 'there are none')
end)

check('the symbols of a file are listed', function()
  desk.open('us-brazil.agreement')
  local symbols = desk.ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })
  local names = vim.tbl_map(function(symbol) return symbol.name end, symbols)
  demand(vim.tbl_contains(names, 'US-BR-MRA'), 'they are ' .. vim.inspect(names))
end)

check('a setting of the editor holds', function()
  local buffer = desk.open('us-brazil.agreement')
  desk.client().notify('workspace/didChangeConfiguration', { settings = { agreement = { asOf = '2010-01-01' } } })
  desk.awaitFinding(buffer, 'future-event')
  desk.client().notify('workspace/didChangeConfiguration', { settings = { agreement = { asOf = '' } } })
  desk.awaitNoFinding(buffer, 'future-event')
end)

check('the server ends when Neovim says so, and has complained of nothing', function()
  local client = desk.client()
  client.stop()
  desk.wait('its end', function() return client.is_stopped() end)
  local log = table.concat(vim.fn.readfile(require('vim.lsp.log').get_filename()), '\n')
  demand(not log:find('[ERROR]', 1, true), 'the log of Neovim says ' .. log)
end)

local function say(line) io.stdout:write(vim.json.encode(line) .. '\n') end

for _, one in ipairs(checks) do
  local ok, reason = xpcall(one.body, function(problem) return tostring(problem) end)
  desk.tidy()
  say({ name = one.name, failure = not ok and reason or nil })
end
say({ checks = #checks })
vim.cmd('qall!')
