using System.Runtime.CompilerServices;
using Isthmus.Core.Failures;

namespace Isthmus.Core.Tests.Failures;

public sealed class The_published_retry_behaviour
{
    /// <summary>Set ISTHMUS_WRITE_DOCS=1 to write the page anew.</summary>
    [Fact]
    public void Is_what_the_policy_does()
    {
        var page = FailureGuide.Write(new FailurePolicyOptions());
        if (Environment.GetEnvironmentVariable("ISTHMUS_WRITE_DOCS") == "1") File.WriteAllText(Page(), page);

        Assert.Equal(page, File.ReadAllText(Page()).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Names_every_class() =>
        Assert.All(Enum.GetNames<FailureClass>(), name =>
            Assert.Contains($"| {char.ToLowerInvariant(name[0])}{name[1..]} |", FailureGuide.Write(new FailurePolicyOptions())));

    private static string Page([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/failures.md"));
}
