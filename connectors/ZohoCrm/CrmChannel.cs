namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// A notification channel: the CRM calls an address when records of a module change. Source: Zoho CRM API v8, Notifications.
/// </summary>
/// <param name="Id">Chosen by us: a positive 64-bit number, as text.</param>
/// <param name="Module">The module whose records it tells of.</param>
/// <param name="Token">Echoed by each notification; up to 50 characters.</param>
/// <param name="NotifyUrl">Where it calls.</param>
/// <param name="Expiry">When it ends.</param>
public sealed record CrmChannel(string Id, string Module, string Token, Uri NotifyUrl, DateTimeOffset Expiry)
{
    /// <summary>The code of the failure of a renewal when the channel is not there any more.</summary>
    public const string LostCode = "NOT_SUBSCRIBED";

    /// <summary>Whatever happens to a record.</summary>
    public IReadOnlyList<string> Events => [$"{Module}.create", $"{Module}.edit", $"{Module}.delete"];
}
