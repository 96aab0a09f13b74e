using System.Runtime.CompilerServices;
using Isthmus.Sandbox.Tests.Hosting;
using Isthmus.Sandbox.Tests.Stripe;
using Xunit.Abstractions;

namespace Isthmus.Sandbox.Tests.Sage100Soap;

public sealed class When_a_common_client_is_used(ITestOutputHelper output) : Sage100.Agent
{
    [NodeFact]
    public Task It_reads_the_WSDL_and_works_by_it_unchanged() => NodeJudge.JudgeAsync(output, Sources(), "judge.mjs", Sandbox);

    private static string Sources([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "node");
}
