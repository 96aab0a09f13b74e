using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Chaos;

/// <summary>The run could not come to its end: something is stuck, or a program has ended.</summary>
internal sealed class ChaosException(string message) : Exception(message)
{
    public static ChaosException Ended(ChildProcess program) => new(
        $"The {program.Name} ended by itself with exit code {program.ExitCode}: {string.Join(Environment.NewLine, program.LastLines)}");
}
