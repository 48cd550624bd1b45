/// What a program outside is wanted for.
public enum OutsideRole: Hashable, Sendable, CaseIterable {
    case editor, pager, browser

    /// The variables that name a person's own, the first that is set counts.
    public var variables: [String] {
        switch self {
        case .editor: ["VISUAL", "EDITOR"]
        case .pager: ["PAGER"]
        case .browser: ["BROWSER"]
        }
    }

    /// As a sentence speaks of it.
    var thing: String {
        switch self {
        case .editor: "an editor"
        case .pager: "a pager"
        case .browser: "a browser"
        }
    }

    /// What usually serves where no variable is set, the best first.
    /// - Parameter hasWindows: whether there is a desktop that a browser could open a window on.
    func usual(hasWindows: Bool) -> [String] {
        switch self {
        case .editor: ["editor", "nano", "vi"]
        case .pager: ["less", "pager", "more"]
        case .browser: hasWindows ? ["xdg-open"] + Self.textBrowsers : Self.textBrowsers + ["xdg-open"]
        }
    }

    /// Browsers that are programs of the terminal.
    private static let textBrowsers = ["www-browser", "w3m", "lynx", "links2", "elinks", "links"]
    private static let moreTextBrowsers: Set<String> = ["browsh", "carbonyl", "cha", "chawan", "links-g", "w3mman"]

    /// Whether a program of this kind is used in the terminal, which it must then be lent.
    func needsTerminal(_ program: String) -> Bool {
        switch self {
        case .editor, .pager: true
        case .browser:
            Self.textBrowsers.contains(program) || Self.moreTextBrowsers.contains(program)
        }
    }
}
