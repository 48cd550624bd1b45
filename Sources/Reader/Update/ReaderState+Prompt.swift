import Library
import Terminal

extension ReaderState {
    var promptBox: PromptBox? { prompt.map { PromptBox($0, layout: layout) } }

    /// Asks for one line. `text` stands in it at first; `items` complete it, where the purpose does not ask for paths.
    mutating func ask(_ purpose: Prompt.Purpose, text: String = "", items: [Prompt.Item] = []) -> [Effect] {
        prompt = Prompt(purpose, text: text, items: items)
        return promptChanged()
    }

    /// What completes the line as it is now, where that has to be asked for.
    mutating func promptChanged() -> [Effect] {
        guard let open = prompt else { return [] }
        switch open.purpose.completing {
        case .nothing, .items: return []
        case .paths:
            let generation = nextGeneration()
            prompt?.await(generation)
            return [.completePath(open.field.text, generation: generation)]
        }
    }

    /// Tab: takes what completes the line.
    mutating func completePrompt() -> [Effect] {
        prompt?.complete() == true ? promptChanged() : []
    }

    /// Enter: takes the line where it makes sense; else says why not, and leaves it open.
    mutating func acceptPrompt() -> [Effect] {
        guard let open = prompt else { return [] }
        let answer = open.answer
        if let problem = open.purpose.problem(with: answer) {
            prompt?.problem = problem
            return []
        }
        prompt = nil
        return take(answer, for: open.purpose)
    }

    /// What Enter does, for each purpose.
    private mutating func take(_ answer: String, for purpose: Prompt.Purpose) -> [Effect] {
        switch purpose {
        case .note(let target): return keepNote(answer, on: target)
        case .correction(let field, let id, _): return keepCorrection(answer, field, of: id)
        case .place: return go(to: answer)
        case .addFiles: return addFiles(answer)
        case .saveSearch(let query): return [.saveSearch(name: answer, query: query)]
        case .renameSearch(let search): return answer == search.name ? [] : [.renameSearch(search, name: answer)]
        case .briefing(let purpose): return take(answer, for: purpose)
        case .feed: return follow(answer)
        case .export(let wish): return [.mark(.export(wish, path: answer, replaces: false))]
        }
    }

    // MARK: Mouse

    mutating func pointPrompt(_ mouse: Mouse) -> [Effect] {
        guard let open = prompt, let box = promptBox else { return [] }
        switch mouse.kind {
        case .wheelUp: prompt?.select(by: -1)
        case .wheelDown: prompt?.select(by: 1)
        case .press(.left): return clickPrompt(open, box, mouse)
        case .press, .release, .drag: break
        }
        return []
    }

    /// A click into the line moves the cursor, one on an item takes it; one beside the box closes it where that loses nothing.
    private mutating func clickPrompt(_ open: Prompt, _ box: PromptBox, _ mouse: Mouse) -> [Effect] {
        if box.field.contains(column: mouse.column, row: mouse.row) {
            prompt?.field.moveCursor(toColumn: mouse.column - box.field.column, columns: box.field.columns)
        } else if box.items.contains(column: mouse.column, row: mouse.row) {
            prompt?.select(box.top(open) + mouse.row - box.items.row)
            return completePrompt()
        } else if !box.frame.contains(column: mouse.column, row: mouse.row) {
            guard open.isChanged else {
                prompt = nil
                return []
            }
            let key = keymap.keys(for: .leave, in: .prompt).first?.description
            status = Status(.hint, "Enter keeps the line" + (key.map { ", \($0) drops it" } ?? ""))
        }
        return []
    }
}
