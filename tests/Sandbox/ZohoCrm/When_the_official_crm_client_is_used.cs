using System.Runtime.CompilerServices;
using Isthmus.Sandbox.Tests.Hosting;
using Isthmus.Sandbox.Tests.Stripe;
using Xunit.Abstractions;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_the_official_crm_client_is_used(ITestOutputHelper output) : CrmTest
{
    [NodeFact]
    public Task It_refreshes_upserts_reads_queries_subscribes_and_deletes_unchanged() =>
        NodeJudge.JudgeAsync(output, Sources(), "judge.mjs", Crm.Server);

    private static string Sources([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "node");
}
