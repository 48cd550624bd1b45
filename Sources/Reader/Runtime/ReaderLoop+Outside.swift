import Terminal
import Text

/// Programs of the person's own. The screen is lent to those that are used in the terminal; others go on by themselves.
extension ReaderLoop {
    func run(_ job: OutsideJob) {
        let answer: OutsideAnswer
        do throws(OutsideError) {
            answer = try perform(job)
        } catch {
            answer = .failed(error.message)
        }
        update(.answer(.outside(answer)))
    }

    private func perform(_ job: OutsideJob) throws(OutsideError) -> OutsideAnswer {
        switch job {
        case .browse(let address): return try browse(address)
        case .page(let text):
            try withFile(text, name: "article.txt") { (path) throws(OutsideError) in try lend(.pager, path) }
            return .done("")
        case .edit(let text, let purpose): return try edit(text, purpose)
        case .editFile(let path):
            try lend(.editor, path)
            return .fileEdited(path)
        }
    }

    private func browse(_ address: OpenableAddress) throws(OutsideError) -> OutsideAnswer {
        let browser = try programs.program(for: .browser)
        if browser.needsTerminal {
            try lend(browser, address.text)
        } else {
            try programs.start(browser, opening: address.text) { [mailbox] in mailbox.post(.outside(.failed($0.message))) }
        }
        return .done("\(address.host) was given to \(browser.name)")
    }

    /// Whatever becomes of the editor, what was written is not lost.
    private func edit(_ text: String, _ purpose: EditPurpose) throws(OutsideError) -> OutsideAnswer {
        let editor = try programs.program(for: .editor)
        let file = try OutsideFile(text, name: purpose.fileName, environment: environment)
        var isKept = false
        defer { if !isKept { file.remove() } }
        do throws(OutsideError) {
            try lend(editor, file.path)
            let edited = try file.read()
            return edited == text ? .unchanged(purpose) : .edited(edited, purpose)
        } catch {
            switch error {
            case .tooLong: isKept = true
            // Left with a status of its own, it was given up, as `:cq` does.
            case .left: return .unchanged(purpose)
            case .killed:
                if let edited = try? file.read(), edited != text {
                    isKept = true
                    throw .kept(path: file.path, program: editor.name)
                }
            case .noProgram, .openQuote, .notFound, .notStarted, .unusableArgument, .file, .kept: break
            }
            throw error
        }
    }

    private func withFile(
        _ text: String, name: String, _ body: (String) throws(OutsideError) -> Void
    ) throws(OutsideError) {
        let file = try OutsideFile(text, name: name, environment: environment)
        defer { file.remove() }
        try body(file.path)
    }

    private func lend(_ role: OutsideRole, _ path: String) throws(OutsideError) {
        try lend(try programs.program(for: role), path)
    }

    private func lend(_ program: OutsideProgram, _ what: String) throws(OutsideError) {
        let programs = programs
        try screen.whileSuspended { () throws(OutsideError) in try programs.run(program, opening: what) }
    }
}
