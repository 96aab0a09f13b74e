namespace Isthmus.Cli.Stack;

/// <summary>Zoho CRM with Sage 100, Sage 300 and Sage Intacct, as <c>./run</c> connects them to the sandbox.</summary>
internal static class CrmStack
{
    /// <summary>The app's settings.</summary>
    /// <param name="app">The app's address, which the CRM's channels notify.</param>
    /// <param name="sandbox">The sandbox's address.</param>
    public static Dictionary<string, string> Settings(Uri app, Uri sandbox)
    {
        var address = sandbox.ToString().TrimEnd('/');
        return new Dictionary<string, string>
        {
            [AppSettings.Connection("zoho-crm", "AccountsServer")] = address + "/zoho-accounts",
            [AppSettings.Connection("zoho-crm", "Channels__NotifyUrl")] = new Uri(app, "/api/webhooks/zoho-crm").ToString(),
            [AppSettings.Connection("sage-300", "BaseAddress")] = address + "/sage-300/Sage300WebApi",
            [AppSettings.Connection("sage-300", "Company")] = "SAMLTD",
            [AppSettings.Connection("sage-300", "User")] = "ZAPI",
            [AppSettings.Connection("sage-intacct", "BaseAddress")] = address + "/sage-intacct/ia/xml/xmlgw.phtml",
            [AppSettings.Connection("sage-intacct", "Company")] = "harbor-co",
            [AppSettings.Connection("sage-intacct", "User")] = "zsync",
            [AppSettings.Connection("sage-100-soap", "BaseAddress")] = address + "/sage-100/soap",
            [AppSettings.Connection("sage-100-soap", "Company")] = "ABC",
            [AppSettings.Connection("sage-100-soap", "User")] = "zsync",
            ["Isthmus__Deals__Enabled"] = "true",
            ["Isthmus__Deals__ClosedFrom"] = "2026-01-01",
        };
    }
}
