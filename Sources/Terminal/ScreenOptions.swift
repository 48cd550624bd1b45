import Glibc

/// What a screen is started with.
public struct ScreenOptions: Hashable, Sendable {
    /// The terminal's name in terminfo; nil or empty where the environment has none.
    public var type: String?
    /// Whether colours are left out, as `NO_COLOR` asks for. Attributes stay.
    public var refusesColour = false
    /// The most colours that are used, whatever the terminal shows; nothing for all.
    public var mostColours: ColourDepth?
    /// Whether the mouse is reported from the start.
    public var reportsMouse = true
    /// What stands between us and the terminal, where something does.
    public var multiplexer: Multiplexer?
    /// The key that stops the program, as the terminal itself would do it; nil leaves it to the application.
    public var suspendKey: Key? = .control("z")

    public init(type: String?) {
        self.type = type
    }

    /// As the environment says: `TERM`, and `NO_COLOR` when it is not empty (https://no-color.org); `TMUX` and `STY` where
    /// tmux or GNU screen is between.
    /// - Parameter variable: the value of a variable, nil where it is not set.
    public init(environment variable: (String) -> String?) {
        type = variable("TERM")
        refusesColour = !(variable("NO_COLOR") ?? "").isEmpty
        if !(variable("TMUX") ?? "").isEmpty { multiplexer = .tmux } else if !(variable("STY") ?? "").isEmpty { multiplexer = .screen }
    }

    /// As the environment of this process says.
    public static func fromEnvironment() -> ScreenOptions {
        ScreenOptions { name in getenv(name).map { String(cString: $0) } }
    }
}
