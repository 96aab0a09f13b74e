using System.Text.Json;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.AccountMap;

/// <summary>
/// Rows of the mapping table: one that is found by the account and one that is found by the code. Both lie in one partition, so
/// that they change together.
/// </summary>
internal static class AccountRows
{
    private const string ByAccount = "a|";
    private const string ByCode = "c|";

    public static string Partition(AccountKind kind) => kind.ToString().ToLowerInvariant();

    public static string Main(AccountRow row) => MainPrefix(row.AccountId) + TableKey.Escape(row.Code);

    public static string MainPrefix(string accountId) => $"{ByAccount}{TableKey.Escape(accountId)}|";

    public static string CodePrefix(string code) => $"{ByCode}{TableKey.Escape(code)}|";

    public static TableEntity Pointer(AccountRow row) =>
        new(Partition(row.Kind), CodePrefix(row.Code) + TableKey.Escape(row.AccountId))
        {
            ["AccountId"] = row.AccountId, ["Code"] = row.Code,
        };

    /// <summary>
    /// The keys that begin with a text that ends with a bar, or with one of several, and those that lie between them.
    /// </summary>
    public static string Filter(AccountKind kind, params IReadOnlyList<string> prefixes)
    {
        var first = prefixes.Min(StringComparer.Ordinal)!;
        var end = prefixes.Select(prefix => prefix[..^1] + "}").Max(StringComparer.Ordinal)!;
        return TableClient.CreateQueryFilter($"PartitionKey eq {Partition(kind)} and RowKey ge {first} and RowKey lt {end}");
    }

    public static string All(AccountKind kind) => Filter(kind, ByAccount);

    public static TableEntity Write(AccountRow row) => new(Partition(row.Kind), Main(row))
    {
        ["AccountId"] = row.AccountId,
        ["Code"] = row.Code,
        ["AccountName"] = row.AccountName,
        ["BooksName"] = row.BooksName,
        ["Authority"] = row.Authority.Count == 0 ? null : JsonSerializer.Serialize(row.Authority),
        ["Note"] = row.Note,
        ["AccountMissing"] = row.AccountMissing ? true : null,
        ["CodeMissing"] = row.CodeMissing ? true : null,
        ["Keyed"] = row.Keyed ? true : null,
        ["Problem"] = row.Problem,
        ["ChangedBy"] = row.ChangedBy,
        ["ChangedAt"] = row.ChangedAt,
    };

    public static AccountRow Read(AccountKind kind, TableEntity row) =>
        new(kind, row.GetString("AccountId"), row.GetString("Code"))
    {
        AccountName = row.GetString("AccountName"),
        BooksName = row.GetString("BooksName"),
        Authority = row.GetString("Authority") is { } authority
            ? JsonSerializer.Deserialize<Dictionary<string, AccountSide>>(authority)! : new Dictionary<string, AccountSide>(),
        Note = row.GetString("Note"),
        AccountMissing = row.GetBoolean("AccountMissing") ?? false,
        CodeMissing = row.GetBoolean("CodeMissing") ?? false,
        Keyed = row.GetBoolean("Keyed") ?? false,
        Problem = row.GetString("Problem"),
        ChangedBy = row.GetString("ChangedBy") ?? "",
        ChangedAt = row.GetDateTimeOffset("ChangedAt") ?? default,
        Tag = row.ETag,
    };
}
