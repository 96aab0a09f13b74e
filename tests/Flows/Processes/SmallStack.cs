using Isthmus.Cli.Stack;

namespace Isthmus.Flows.Tests.Processes;

/// <summary>The programs as the tests built them, impatient, on ports of their own.</summary>
internal static class SmallStack
{
    public static StackOptions At(string home, string? logs = null) => new()
    {
        Root = Places.Root, Home = home, AppPort = Ports.Lasting(), SandboxPort = 0, KeepSandbox = false,
        LogFolder = logs,
        Programs = (_, assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll"),
        Settings = new Dictionary<string, string> { ["Isthmus__Failures__FirstDelay"] = "00:00:00.05" },
    };
}
