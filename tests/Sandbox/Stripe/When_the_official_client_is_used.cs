using System.Runtime.CompilerServices;
using Isthmus.Sandbox.Tests.Hosting;
using Xunit.Abstractions;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_the_official_client_is_used(ITestOutputHelper output) : StripeTest
{
    [NodeFact]
    public Task It_creates_lists_expands_refunds_and_verifies_a_webhook_unchanged() => JudgeAsync("judge.mjs");

    [NodeFact]
    public Task It_follows_refunds_disputes_payouts_events_and_searches_unchanged() => JudgeAsync("money.mjs");

    private Task JudgeAsync(string judge) => NodeJudge.JudgeAsync(output, Sources(), judge, Sandbox);

    private static string Sources([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "node");
}
