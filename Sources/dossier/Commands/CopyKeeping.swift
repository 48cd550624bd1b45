import Library
import Text

/// Keeps a copy of what a person made, after a command that changed it.
enum CopyKeeping {
    /// What was to be done is done, whether there is a copy of it or not: a failure is told, and no more.
    static func keep(_ library: Library) {
        do {
            try library.keepCopy(pause: Library.copyPause)
        } catch let error as any ExplainedError {
            Output.complain(error.message)
        } catch {
            Output.complain("\(error)")
        }
    }
}
