import Library
import Terminal
import Topics

/// The terminal application: opens a library, shows it, and ends with everything kept.
public enum ReaderProgram {
    /// Runs until the user leaves, a signal asks for it or the terminal is gone, on the calling thread, which must be the
    /// main one. Throws what keeps it from starting: a ``LibraryError`` or a `ScreenError`; the terminal is then as it was.
    @discardableResult
    public static func run(folder: String, options: ReaderOptions) throws -> ReaderEnd {
        let library = try Library.open(folder: folder, options: libraryOptions(options))
        options.vocabulary.settle(at: library.location)
        do {
            let end = try run(library, options: options)
            try library.close()
            return end
        } catch {
            // What kept it from running is worth more than what closing says.
            try? library.close()
            throw error
        }
    }

    /// Runs on a library that is open, and leaves it open.
    @discardableResult
    public static func run(_ library: Library, options: ReaderOptions) throws -> ReaderEnd {
        var screenOptions = ScreenOptions { options.environment[$0] }
        screenOptions.reportsMouse = options.isMouseOn
        screenOptions.mostColours = options.colours.depth
        if options.colours != .auto { screenOptions.refusesColour = options.colours == .none }
        // The reader keeps everything before it stops.
        screenOptions.suspendKey = nil
        let screen = try Screen(screenOptions)
        defer { screen.close() }
        let loop = try ReaderLoop(library: library, screen: screen, options: options)
        return loop.run()
    }

    private static func libraryOptions(_ options: ReaderOptions) -> LibraryOptions {
        LibraryOptions(environment: options.environment, vocabulary: options.vocabulary.vocabulary)
    }
}
