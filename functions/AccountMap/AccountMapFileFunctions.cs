using System.Text;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Audit;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Payouts;
using Isthmus.Functions.Polling;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.AccountMap;

/// <summary>The mapping table of accounts as a whole: as a file, and held against both systems.</summary>
public sealed class AccountMapFileFunctions(IServiceProvider services, AccountMapStore map, NewAccountRows rows,
    PollRounds rounds, AuditTrail audit)
{
    /// <summary><c>GET /api/account-map.csv</c>: every row, for spreadsheets.</summary>
    [Function(nameof(ExportAccounts))]
    public IActionResult ExportAccounts(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "account-map.csv")] HttpRequest request) =>
        new CsvResult("account-map.csv", LinesAsync());

    /// <summary>
    /// <c>POST /api/account-map/import?dry=true</c> with such a file: adds rows and changes those that say something else, or
    /// says what it would do. 400 with every line that cannot be a row; nothing is taken then.
    /// </summary>
    [Function(nameof(ImportAccounts))]
    public async Task<IActionResult> ImportAccounts(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "account-map/import")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (await RequestBody.ReadAsync(request, cancellation) is not { } body)
            return OperatorAnswers.Wrong("body", null, $"Give a file of at most {RequestBody.Limit / 1024} KiB.");
        var dry = OperatorAnswers.Text(request, "dry") == "true";
        var by = OperatorAnswers.Operator(request);
        var taken = await new AccountImport(map).TakeAsync(Encoding.UTF8.GetString(body.Span), by, dry, cancellation);
        if (taken.Problems.Count > 0) return new BadRequestObjectResult(taken);
        if (!dry && taken.Added + taken.Changed > 0)
            await audit.AddAsync(by, "import accounts", "isthmus/account-map", $"{taken.Added} added, {taken.Changed} changed",
                cancellation: cancellation);
        return new OkObjectResult(taken);
    }

    /// <summary>
    /// <c>POST /api/account-map/look</c>: looks at every row in both systems now, and brings in line what is to be.
    /// </summary>
    [Function(nameof(LookAtAccounts))]
    public async Task<IActionResult> LookAtAccounts(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "account-map/look")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => rows.IsSetUp
        ? await rounds.AskedAsync(services.GetRequiredService<AccountMapLook>(), request, client, cancellation)
        : OperatorAnswers.Unavailable("The connections zoho-crm and sage-300 are not both set up.");

    /// <summary>Every night: the same.</summary>
    [Function(nameof(LookAtAccountsInTime))]
    public Task LookAtAccountsInTime(
        [TimerTrigger("0 20 4 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => rows.IsSetUp
        ? rounds.InTimeAsync(services.GetRequiredService<AccountMapLook>(), client, full: false, cancellation)
            : Task.CompletedTask;

    private async IAsyncEnumerable<string> LinesAsync()
    {
        yield return AccountCsv.Heading;
        foreach (var kind in Enum.GetValues<AccountKind>())
            await foreach (var row in map.AllAsync(kind)) yield return AccountCsv.Line(row);
    }
}
