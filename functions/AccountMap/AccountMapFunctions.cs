using System.Globalization;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Audit;
using Isthmus.Functions.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.AccountMap;

/// <summary>
/// The mapping table of accounts: shown, and changed row by row. Every change is audited; what is there is never changed
/// unseen.
/// </summary>
public sealed class AccountMapFunctions(AccountMapStore map, AccountMapView view, NewAccountRows rows, AuditTrail audit)
{
    /// <summary>
    /// <c>GET /api/account-map?kind=&amp;text=&amp;conflicts=true&amp;limit=&amp;continuation=</c>: rows with their conflicts;
    /// text is looked for in ids, codes and names.
    /// </summary>
    [Function(nameof(ListAccounts))]
    public Task<IActionResult> ListAccounts(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "account-map")] HttpRequest request,
        CancellationToken cancellation) =>
        OperatorAnswers.PageAsync<ShownAccountRow>(request, async (limit, from) =>
        {
            var fitting = (await view.RowsAsync(cancellation)).Where(row => Fits(row, request)).ToList();
            var start = int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
            return ([.. fitting.Skip(start).Take(limit)], start + limit < fitting.Count ? $"{start + limit}" : null);
        });

    /// <summary>
    /// <c>PUT /api/account-map</c> with
    /// <c>{"kind":"customer","account":"...","code":"...","authority":{"name":"crm"},"note":"..."}</c>: adds a row; with
    /// If-Match changes the one of that account and code. 412 where it is another one by now.
    /// </summary>
    [Function(nameof(PutAccount))]
    public async Task<IActionResult> PutAccount(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "account-map")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (given, why) = await GivenAccountRow.ReadAsync(request, cancellation);
        if (given is null) return OperatorAnswers.Wrong("body", null, why!);
        var there = await map.FindAsync(given.Kind, given.AccountId, given.Code, cancellation);
        var stored = (there, Tag(request)) switch
        {
            (null, null) => await map.AddAsync(given, OperatorAnswers.Operator(request), cancellation),
            ({ } row, { } tag) when row.Tag.ToString("H") == tag =>
                await map.ChangeAsync(Changed(row, given), OperatorAnswers.Operator(request), cancellation),
            _ => null,
        };
        if (stored is null) return Changed();
        await audit.AddAsync(
            OperatorAnswers.Operator(request), "map account", Subject(stored), $"{stored.Kind} {stored.Code}",
            fields: stored.Authority.Keys, cancellation: cancellation);
        return new OkObjectResult(view.Show(await rows.LookAsync(stored, cancellation)));
    }

    /// <summary>
    /// <c>DELETE /api/account-map?kind=&amp;account=&amp;code=</c> with If-Match: removes a row; one that is gone already is
    /// fine.
    /// </summary>
    [Function(nameof(RemoveAccount))]
    public async Task<IActionResult> RemoveAccount(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "account-map")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!Enum.TryParse<AccountKind>(OperatorAnswers.Text(request, "kind"), ignoreCase: true, out var kind)
            || !Enum.IsDefined(kind))
            return OperatorAnswers.Wrong("kind", request.Query["kind"], "Give customer or vendor.");
        var (account, code) = (OperatorAnswers.Text(request, "account") ?? "", OperatorAnswers.Text(request, "code") ?? "");
        if (await map.FindAsync(kind, account, code, cancellation) is not { } row) return new NoContentResult();
        if (Tag(request) != row.Tag.ToString("H") || !await map.RemoveAsync(row, cancellation)) return Changed();
        await audit.AddAsync(
            OperatorAnswers.Operator(request), "unmap account", Subject(row), $"{row.Kind} {row.Code}",
            cancellation: cancellation);
        return new NoContentResult();
    }

    /// <summary>What a look saw stays; what people enter is replaced.</summary>
    private static AccountRow Changed(AccountRow row, AccountRow given) => row with
    {
        Authority = given.Authority,
        Note = given.Note,
        AccountName = given.AccountName ?? row.AccountName,
        BooksName = given.BooksName ?? row.BooksName,
    };

    private static string? Tag(HttpRequest request) => request.Headers.IfMatch.ToString() is { Length: > 0 } tag ? tag : null;

    private static string Subject(AccountRow row) => $"zoho-crm.account/{row.AccountId}";

    private static ObjectResult Changed() => new ObjectResult(new Refusal(
        "changed", "The row is another one than was seen, or is there already. Look at it again and give its ETag as If-Match."))
    { StatusCode = StatusCodes.Status412PreconditionFailed };

    private static bool Fits(ShownAccountRow row, HttpRequest request) =>
        (OperatorAnswers.Text(request, "kind") is not { } kind
            || string.Equals(kind, row.Kind.ToString(), StringComparison.OrdinalIgnoreCase))
        && (OperatorAnswers.Text(request, "conflicts") != "true" || row.Conflicts.Count > 0)
        && (OperatorAnswers.Text(request, "text") is not { } text
            || new[] { row.Account, row.Code, row.AccountName, row.BooksName, row.Note }
            .Any(value => value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true));
}
