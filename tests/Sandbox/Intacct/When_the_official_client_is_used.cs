using System.Runtime.CompilerServices;
using Isthmus.Sandbox.Tests.Hosting;
using Isthmus.Sandbox.Tests.Stripe;
using Xunit.Abstractions;

namespace Isthmus.Sandbox.Tests.Intacct;

public sealed class When_the_official_client_is_used(ITestOutputHelper output) : IntacctTest
{
    [NodeFact]
    public Task It_signs_in_follows_the_endpoint_queries_pages_writes_and_is_refused_unchanged() =>
        NodeJudge.JudgeAsync(output, Sources(), "judge.mjs", Sandbox);

    private static string Sources([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "node");
}
