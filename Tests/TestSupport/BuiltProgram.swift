/// An executable of this package, as the tests that run have been built with it.
public enum BuiltProgram {
    /// The path of a program in the folder of the running test bundle.
    public static func path(_ name: String) -> String {
        let bundle = CommandLine.arguments[0]
        let folder = bundle.lastIndex(of: "/").map { bundle[...$0] } ?? ""
        return folder + name
    }
}
