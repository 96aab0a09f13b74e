using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Zoho;

/// <summary>
/// The table from Zoho's code, else from its message (duplicates have no confirmed code), else from the HTTP status.
/// </summary>
internal static class ZohoErrorTable
{
    private static readonly ZohoVerdict Value = new(FailureClass.Validation,
        "Correct the value in the source record or in the mapping.");

    private static readonly ZohoVerdict Ours = new(FailureClass.Bug, "Report it: the call itself is wrong, not the record.");

    private static readonly ZohoVerdict Token = new(FailureClass.Auth,
        "Run the connection's check. If it goes on, give consent again and store the new refresh token.")
    { Code = "token-refused", Message = "Zoho does not accept the access token." };

    private static readonly ZohoVerdict Right = new(FailureClass.Auth,
        "Give consent again with the scopes that the connection's check names, or give the user a role that may do this.")
    { Code = "not-authorised", Message = "The access token's scopes or the user's role do not allow this call." };

    private static readonly ZohoVerdict Organisation = new(FailureClass.Auth,
        "Check OrganizationId: the connection's check lists the organisations that this user belongs to.")
    { Code = "wrong-organization", Message = "The user does not belong to this organisation." };

    private static readonly ZohoVerdict Minute = new(FailureClass.Throttled, "Nothing to do: it goes on within a minute.")
    { Wait = TimeSpan.FromSeconds(60), RetryNow = true, Message = "The organisation's calls for this minute are used up." };

    private static readonly ZohoVerdict Day = new(FailureClass.Throttled,
        "Wait until tomorrow, or take a plan with more calls a day.")
    { Wait = TimeSpan.FromHours(1), Message = "The organisation's calls for this day are used up." };

    private static readonly ZohoVerdict AtOnce = new(FailureClass.Throttled,
        "Nothing to do; lower Limits:Concurrency if it happens often.")
    { Wait = TimeSpan.FromSeconds(1), RetryNow = true, Message = "Too many calls of the organisation are under way at once." };

    private static readonly ZohoVerdict Down = new(FailureClass.Transient,
        "Nothing to do: it is tried again. See status.zoho.com.")
    { RetryNow = true, Message = "Zoho could not handle the call." };

    private static readonly ZohoVerdict Missing = new(FailureClass.ReferenceMissing,
        "Check that the record, or what it refers to, still exists in Zoho.");

    private static readonly Dictionary<long, ZohoVerdict> ByCode = new()
    {
        [2] = Value, [4] = Value, [15] = Value,
        [5] = Ours, [37] = Ours, [1038] = Ours,
        [14] = Token, [57] = Right, [4029] = Organisation, [6041] = Organisation,
        [43] = Minute, [44] = Minute, [45] = Day, [1070] = AtOnce,
        [1000] = Down, [1002] = Missing,
        [3062] = ZohoDuplicates.Name,
    };

    public static ZohoVerdict Find(int status, long? code, string message)
    {
        if (code is { } known && ByCode.TryGetValue(known, out var verdict)) return verdict;
        if (status is >= 200 and < 500 && ZohoDuplicates.Find(message) is { } duplicate) return duplicate;
        return status switch
        {
            401 => Token,
            403 => Right,
            404 => Missing,
            405 => Ours,
            429 => Minute,
            >= 500 => Down,
            _ when message.Contains("Invalid Element", StringComparison.OrdinalIgnoreCase) => Value with
            {
                Code = "invalid-element",
                Cure = "The organisation does not know this field: after a switch from warehouses to locations use location_id.",
            },
            _ when message.Contains("does not exist", StringComparison.OrdinalIgnoreCase) => Missing,
            _ => Value,
        };
    }
}
