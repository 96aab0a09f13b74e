using Azure;

namespace Isthmus.Core.AccountMap;

/// <summary>One account of the CRM and the customer or vendor of the books that it is.</summary>
/// <param name="Kind">Customer or vendor.</param>
/// <param name="AccountId">The CRM's id of the account.</param>
/// <param name="Code">The code in the books, upper case.</param>
public sealed record AccountRow(AccountKind Kind, string AccountId, string Code)
{
    /// <summary>The account's name as it was seen last in the CRM.</summary>
    public string? AccountName { get; init; }
    /// <summary>The name as it was seen last in the books.</summary>
    public string? BooksName { get; init; }
    /// <summary>Whose value counts, by field; fields that are not named follow the company's rule.</summary>
    public IReadOnlyDictionary<string, AccountSide> Authority { get; init; } = new Dictionary<string, AccountSide>();
    /// <summary>What a person wrote about it.</summary>
    public string? Note { get; init; }
    /// <summary>True where the last look did not find the account in the CRM.</summary>
    public bool AccountMissing { get; init; }
    /// <summary>True where the last look did not find the code in the books.</summary>
    public bool CodeMissing { get; init; }
    /// <summary>
    /// True where the account bore the customer's or vendor's key at the last look, so that its flow writes that account.
    /// </summary>
    public bool Keyed { get; init; }
    /// <summary>Why the two could not be brought in line; null where they could.</summary>
    public string? Problem { get; init; }
    /// <summary>Who changed it last: a run's id, or <c>operator:NAME</c>.</summary>
    public string ChangedBy { get; init; } = "";
    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; init; }
    /// <summary>Changes with the row.</summary>
    public ETag Tag { get; init; }

    /// <summary>What a code is at most: the longest of customers and vendors in Sage 300.</summary>
    public const int LongestCode = 12;

    /// <summary>A code as the books write it.</summary>
    public static string CodeOf(string text) => text.Trim().ToUpperInvariant();
}
