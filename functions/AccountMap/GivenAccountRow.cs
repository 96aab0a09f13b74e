using System.Text.Json;
using System.Text.Json.Serialization;
using Isthmus.Core.AccountMap;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Isthmus.Functions.AccountMap;

/// <summary>A row as somebody gives it.</summary>
internal sealed record GivenAccountRow(
    AccountKind Kind, string? Account, string? Code, string? AccountName, string? BooksName,
    IReadOnlyDictionary<string, AccountSide>? Authority, string? Note)
{
    private static readonly JsonSerializerOptions Web =
        new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The row of a request's body, or why there is none.</summary>
    public static async Task<(AccountRow? Row, string? Why)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await RequestBody.ReadAsync(request, cancellation) is not { } body) return (null, "It is too long.");
        try
        {
            if (JsonSerializer.Deserialize<GivenAccountRow>(body.Span, Web) is not { Account: { } account, Code: { } code } given)
                return (null, "Give kind, account and code.");
            var row = new AccountRow(given.Kind, account.Trim(), AccountRow.CodeOf(code))
            {
                AccountName = given.AccountName, BooksName = given.BooksName, Note = given.Note,
                Authority = given.Authority ?? new Dictionary<string, AccountSide>(),
            };
            return AccountRowText.Problem(row) is { } why ? (null, why) : (row, null);
        }
        catch (JsonException wrong)
        {
            return (null, $"{wrong.Path}: the value is none that belongs there, or there is no such member.");
        }
    }
}
