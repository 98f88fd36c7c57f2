-- What a person does in Neovim, for the checks: opens a file, changes a line, waits until something shows, asks the server.
local desk = {}

local PATIENCE_MS = 20000

--- Fails with a text where something is not so.
function desk.demand(holds, text)
  if not holds then error(text, 0) end
end

--- Waits until `test` gives something, and gives that back; fails with what `instead` tells.
function desk.wait(what, test, instead)
  local found
  vim.wait(PATIENCE_MS, function()
    found = test()
    return found
  end, 20)
  desk.demand(found, 'waited in vain for ' .. what .. (instead and ('; there is: ' .. vim.inspect(instead())) or ''))
  return found
end

--- Opens a file of the project, and gives back its buffer.
function desk.open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.RECORDS .. '/' .. name))
  return vim.api.nvim_get_current_buf()
end

--- Gives up what is not saved, so that the next check finds every file as it is on the disk.
function desk.tidy()
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.bo[buffer].modified then vim.api.nvim_buf_call(buffer, function() vim.cmd('edit!') end) end
  end
end

function desk.lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false)
end

--- Sets the cursor on the first character of the last of `texts`, each looked for behind the one before.
function desk.cursor(...)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  for _, text in ipairs({ ... }) do
    desk.demand(vim.fn.search([[\V\C]] .. text, 'cW') > 0, 'the text is not there: ' .. text)
  end
end

--- Puts `text` in the place of `old` in the current buffer, behind what is looked for first.
function desk.replace(first, old, text)
  desk.cursor(first, old)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  vim.api.nvim_buf_set_text(0, row - 1, column, row - 1, column + #old, { text })
end

--- Presses keys, and is back when they have done what they do.
function desk.press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'x', false)
end

--- The code of a finding, where Neovim keeps it by now or kept it once.
function desk.code(finding)
  return finding.code or vim.tbl_get(finding, 'user_data', 'lsp', 'code')
end

--- The first finding of a rule that is shown in a buffer.
function desk.finding(buffer, code)
  for _, finding in ipairs(vim.diagnostic.get(buffer)) do
    if desk.code(finding) == code then return finding end
  end
end

--- Waits until a finding of a rule is shown in a buffer.
function desk.awaitFinding(buffer, code)
  local all = function() return vim.tbl_map(desk.code, vim.diagnostic.get(buffer)) end
  return desk.wait('a finding ' .. code, function() return desk.finding(buffer, code) end, all)
end

--- Waits until none is.
function desk.awaitNoFinding(buffer, code)
  local all = function() return desk.finding(buffer, code) end
  desk.wait('no finding ' .. code, function() return not desk.finding(buffer, code) end, all)
end

--- The text that a finding marks.
function desk.marked(finding)
  local line = vim.api.nvim_buf_get_lines(finding.bufnr, finding.lnum, finding.lnum + 1, false)[1]
  return line:sub(finding.col + 1, finding.end_col)
end

local function clients() return (vim.lsp.get_clients or vim.lsp.get_active_clients)() end

--- Whether a buffer has a server.
function desk.isServed(buffer)
  local number = buffer == 0 and vim.api.nvim_get_current_buf() or buffer
  return vim.tbl_contains(vim.tbl_map(function(client) return vim.lsp.buf_is_attached(number, client.id) end, clients()), true)
end

--- The one server that runs.
function desk.client()
  local clients = clients()
  desk.demand(#clients == 1, 'there are ' .. #clients .. ' servers')
  return clients[1]
end

--- What the server answers about the current buffer; its refusal is the second value.
function desk.ask(method, params)
  local answers, problem = vim.lsp.buf_request_sync(0, method, params, PATIENCE_MS)
  desk.demand(answers, method .. ' has no answer: ' .. tostring(problem))
  local _, answer = next(answers)
  desk.demand(answer, method .. ' has no answer')
  return answer.result, answer.err or answer.error
end

--- What a second server answers about a buffer, to a Neovim as it is without our configuration.
function desk.askPlainly(buffer, method, params)
  local id = vim.lsp.start_client({ name = 'plain', cmd = { 'agreement', 'lsp', '--stdio' }, root_dir = vim.env.RECORDS })
  vim.lsp.buf_attach_client(buffer, id)
  local client = vim.lsp.get_client_by_id(id)
  desk.wait('a second server', function() return client.initialized end)
  local answer = client.request_sync(method, params, PATIENCE_MS, buffer)
  client.stop()
  desk.wait('its end', function() return client.is_stopped() end)
  desk.demand(answer and answer.result, method .. ' has no answer')
  return answer.result
end

--- The parameters of a question about the place of the cursor.
function desk.here(more)
  return vim.tbl_extend('error', vim.lsp.util.make_position_params(0, 'utf-16'), more or {})
end

--- What hover says about the place of the cursor, in Markdown.
function desk.hover()
  local shown = desk.ask('textDocument/hover', desk.here())
  desk.demand(shown, 'hover says nothing')
  return table.concat(vim.lsp.util.convert_input_to_markdown_lines(shown.contents), '\n')
end

--- What a command of the terminal prints; fails where it does.
function desk.terminal(...)
  local text = vim.fn.system({ ... })
  desk.demand(vim.v.shell_error == 0, table.concat({ ... }, ' ') .. ' ended with ' .. vim.v.shell_error .. ': ' .. text)
  return text
end

return desk
