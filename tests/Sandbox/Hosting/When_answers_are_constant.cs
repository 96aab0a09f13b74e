using System.Net;

namespace Isthmus.Sandbox.Tests.Hosting;

public sealed class When_answers_are_constant
{
    [Fact]
    public async Task Every_vendor_answers_for_the_record_that_was_asked_for()
    {
        await using var sandbox = await SandboxServer.StartAsync("--constant");
        var intent = await sandbox.GetAsync("/v1/payment_intents/pi_7");
        var order = await sandbox.PostAsync("/zoho-inventory/inventory/v1/salesorders", new { salesorder_number = "STR-7" });
        var written = await sandbox.PostAsync(
            "/sage-100/agent/v1/companies/ABC/write", new { records = new[] { new { @ref = "1", key = new { SalesOrderNo = "0000007" } } } });
        Assert.Equal("pi_7", intent["id"]!.GetValue<string>());
        Assert.Equal("STR-7", order["salesorder"]!["salesorder_number"]!.GetValue<string>());
        Assert.Equal("0000007", written["results"]![0]!["record"]!["SalesOrderNo"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_vendor_takes_no_more_than_its_limit_in_a_second()
    {
        await using var sandbox = await SandboxServer.StartAsync("--constant", "--limit", "stripe=3");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => sandbox.Http.GetAsync("/v1/events")));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), answer => Assert.NotNull(answer.Headers.RetryAfter));
        using var other = await sandbox.Http.PostAsync("/sage-100/agent/v1/companies/ABC/numbers", new StringContent("{}"));
        Assert.True(other.IsSuccessStatusCode);
        Assert.Equal(5, (await sandbox.GetAsync("/_sandbox/calls"))["stripe"]!["total"]!.GetValue<int>());
    }
}
