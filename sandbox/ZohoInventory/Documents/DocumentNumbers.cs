using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>
/// Own numbers need ignore_auto_number_generation=true; without it a given number is passed over for the next automatic one.
/// A number that is in use is refused.
/// </summary>
internal static class DocumentNumbers
{
    public static string Choose(ApiCall call, string field, string prefix, string what, Func<string, bool> isTaken)
    {
        if (!call.Flag("ignore_auto_number_generation") && call.Body.Flag("ignore_auto_number_generation") != true)
            return call.Company.Series.NextNumber(prefix, isTaken);
        return Free(call.Body.Text(field) ?? throw Refusal.Required(field), what, isTaken);
    }

    /// <summary>For modules without that switch: a given number is always taken as it is.</summary>
    public static string Given(Company company, Body body, string field, string prefix, string what,
        Func<string, bool> isTaken) =>
        body.Text(field) is { } own ? Free(own, what, isTaken) : company.Series.NextNumber(prefix, isTaken);

    /// <summary>In an update, the number that is wanted in the place of the present one.</summary>
    public static string Changed(Body body, string field, string present, string what, Func<string, bool> isTaken) =>
        body.Text(field) is { } own && own != present ? Free(own, what, isTaken) : present;

    private static string Free(string own, string what, Func<string, bool> isTaken) =>
        isTaken(own) ? throw Refusal.Duplicate($"{what} number", own) : own;
}
