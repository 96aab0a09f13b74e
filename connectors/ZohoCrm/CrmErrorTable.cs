using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Connectors.Zoho;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// The table from the CRM's code, else from the HTTP status. Source: Zoho CRM API v8, Status Codes and each call's errors.
/// </summary>
internal static class CrmErrorTable
{
    public const string MissingCode = "record-missing";
    public const string UnknownFieldCode = "field-unknown";

    private static readonly ZohoVerdict Value = new(FailureClass.Validation,
        "Correct the value in the source record or in the mapping.");

    private static readonly ZohoVerdict TooLong = new(FailureClass.Validation,
        "Shorten the value in the source, cut it in the mapping, or make the CRM's field longer.");

    public static readonly ZohoVerdict Picklist = new(FailureClass.Validation,
        "Add the value to the field's picklist in the CRM, or translate it in the mapping.");

    private static readonly ZohoVerdict Field = new(FailureClass.Validation,
        "The module has no such field any more: add it to the layout again, or take it out of the mapping.")
    { Code = UnknownFieldCode };

    private static readonly ZohoVerdict Mandatory = new(FailureClass.Validation,
        "Fill the field in the source record or in the mapping, or make it optional in the CRM's layout.");

    private static readonly ZohoVerdict Duplicate = new(FailureClass.Conflict,
        "Another record holds the same value in a field that allows no duplicates: link it if it is the same one, else change it.");

    private static readonly ZohoVerdict Busy = new(FailureClass.Locked,
        "Nothing to do: it is tried again. If it lasts, end the approval, review or blueprint that holds the record.");

    private static readonly ZohoVerdict Missing = new(FailureClass.ReferenceMissing,
        "Check that the record, or what it points to, still exists in the CRM and is not in the recycle bin.")
    { Code = MissingCode };

    /// <summary>A 404 whose code is none of Zoho's does not come from Zoho, and says nothing about a record.</summary>
    private static readonly ZohoVerdict Elsewhere = new(FailureClass.Transient,
        "Check that no proxy or login page stands between; it is tried again.")
    { Message = "The answer does not come from Zoho CRM." };

    private static readonly ZohoVerdict Token = new(FailureClass.Auth,
        "Run the connection's check. If it goes on, give consent again and store the new refresh token.")
    { Code = "token-refused", Message = "Zoho does not accept the access token." };

    private static readonly ZohoVerdict Host = new(FailureClass.Auth,
        "Check that AccountsServer is that of the organisation's data centre.")
    { Code = "wrong-host", Message = "The organisation is not served at this address." };

    private static readonly ZohoVerdict Scope = new(FailureClass.Auth,
        "Give consent again with the scopes that the connection's check names.")
    { Code = "not-authorised", Message = "The access token's scopes do not allow this call." };

    private static readonly ZohoVerdict Right = new(FailureClass.Permanent,
        "Give the connection's user a profile that may read and write this module (Setup, Security Control, Profiles).");

    private static readonly ZohoVerdict Module = new(FailureClass.Permanent,
        "The organisation's edition or the user's profile has no such module; its flows are off until it is there.");

    private static readonly ZohoVerdict Edition = new(FailureClass.Permanent, "The organisation's edition does not offer this.");

    private static readonly ZohoVerdict Ours = new(FailureClass.Bug, "Report it: the call itself is wrong, not the record.");

    private static readonly ZohoVerdict Changed = new(FailureClass.Conflict,
        "The record was changed meanwhile: it is read and carried again.");

    private static readonly ZohoVerdict Stale = new(FailureClass.Transient, "Nothing to do: the reading begins again.");

    private static readonly ZohoVerdict Down = new(FailureClass.Transient, "Nothing to do: it is tried again. See status.zoho.com.")
    { RetryNow = true, Message = "Zoho could not handle the call." };

    private static readonly ZohoVerdict Unexpected = new(FailureClass.Permanent,
        "Look at the record in the CRM; report it if it goes on.");

    private static readonly Dictionary<string, ZohoVerdict> ByCode = new(StringComparer.Ordinal)
    {
        ["MANDATORY_NOT_FOUND"] = Mandatory, ["DUPLICATE_DATA"] = Duplicate,
        ["DEPENDENT_FIELD_MISSING"] = Value, ["DEPENDENT_MISMATCH"] = Value, ["EXPECTED_FIELD_MISSING"] = Value,
        ["AMBIGUITY_DURING_PROCESSING"] = Ours, ["MAPPING_MISMATCH"] = Picklist,
        ["RECORD_LOCKED"] = Busy, ["NOT_APPROVED"] = Busy, ["NOT_REVIEWED"] = Busy, ["RECORD_IN_BLUEPRINT"] = Busy,
        ["INVALID_TOKEN"] = Token, ["AUTHENTICATION_FAILURE"] = Token, ["INVALID_HOST"] = Host, ["OAUTH_SCOPE_MISMATCH"] = Scope,
        ["NO_PERMISSION"] = Right, ["AUTHORIZATION_FAILED"] = Right, ["PERMISSION_DENIED"] = Right,
        ["INVALID_MODULE"] = Module, ["MODULE_NOT_AVAILABLE"] = Module, ["MODULE_NOT_SUPPORTED"] = Module,
        ["FEATURE_NOT_SUPPORTED"] = Edition, ["NOT_SUPPORTED"] = Edition, ["CURRENCIES_NOT_ENABLED"] = Edition,
        ["INVALID_URL_PATTERN"] = Ours, ["INVALID_REQUEST_METHOD"] = Ours, ["API_NOT_SUPPORTED"] = Ours, ["INVALID_REQUEST"] = Ours,
        ["REQUIRED_PARAM_MISSING"] = Ours, ["EXPECTED_PARAM_MISSING"] = Ours, ["UNABLE_TO_PARSE_DATA_TYPE"] = Ours,
        ["LIMIT_EXCEEDED"] = Ours, ["SYNTAX_ERROR"] = Ours, ["INVALID_QUERY"] = Ours, ["NOT_ALLOWED"] = Unexpected,
        ["RESOURCE_NOT_FOUND"] = Missing, ["ALREADY_MODIFIED"] = Changed,
        ["EXPIRED_VALUE"] = Stale, ["TOKEN_BOUND_DATA_MISMATCH"] = Stale, ["PAGINATION_LIMIT_EXCEEDED"] = Stale,
        ["NOT_SUBSCRIBED"] = Missing with { Code = "NOT_SUBSCRIBED", Cure = "Nothing to do: the channel is made again." },
        ["INTERNAL_ERROR"] = Down, ["INTERNAL_SERVER_ERROR"] = Down,
    };

    public static ZohoVerdict Find(int status, string? code, string message, JsonElement details)
    {
        if (code == "INVALID_DATA") return OfData(message, details);
        if (code is not null && ByCode.TryGetValue(code, out var known)) return known;
        return status switch
        {
            401 => Token,
            403 => Right,
            404 => Elsewhere,
            408 or >= 500 => Down,
            412 => Changed,
            413 or 415 => Ours,
            _ => Unexpected,
        };
    }

    private static ZohoVerdict OfData(string message, JsonElement details)
    {
        if (details.Member("maximum_length") is not null) return TooLong;
        if (details.Member("supported_values") is not null) return Picklist;
        if (message.Contains("field api name", StringComparison.OrdinalIgnoreCase)) return Field;
        return message.Contains("the id given", StringComparison.OrdinalIgnoreCase) || details.Text("api_name") == "id"
            ? Missing : Value;
    }
}
