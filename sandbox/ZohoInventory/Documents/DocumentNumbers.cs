using Isthmus.Sandbox.ZohoInventory.Api;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>
/// Own numbers need ignore_auto_number_generation=true; without it a given number is passed over for the next automatic one.
/// A number that is in use is refused.
/// </summary>
internal static class DocumentNumbers
{
    public static string Choose(ApiCall call, string field, string prefix, string what, Func<string, bool> isTaken)
    {
        if (!call.Flag("ignore_auto_number_generation")) return call.Company.Series.NextNumber(prefix, isTaken);
        var own = call.Body.Text(field) ?? throw Refusal.Required(field);
        return isTaken(own) ? throw Refusal.Duplicate($"{what} number", own) : own;
    }
}
