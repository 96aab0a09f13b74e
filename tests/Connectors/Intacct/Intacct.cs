using Isthmus.Connectors.Intacct;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Intacct;

/// <summary>The connection as an app has it, against the sandbox or a scripted server.</summary>
internal static class Intacct
{
    public const string Path = "/sage-intacct/ia/xml/xmlgw.phtml";

    public static readonly ListedVault Vault = new(("intacct-sender-id", "SANDBOX"), ("intacct-sender-password", "intacct-sender-secret"),
        ("intacct-user-password", "intacct-user-secret"));

    public static ServiceProvider To(Uri server, params (string Name, string Value)[] settings) =>
        To(server, TimeProvider.System, Vault, settings);

    public static ServiceProvider To(Uri server, TimeProvider time, ISecretVault vault, params (string Name, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(vault).AddSingleton(time);
        services.AddSageIntacct(Connected.Section("Connections:sage-intacct",
            [("BaseAddress", new Uri(server, Path).ToString()), ("Company", "harbor-co"), ("User", "zsync"), ("Limits:Calls", "100000"),
                ("Limits:RetryPause", "00:00:00"), .. settings]));
        return services.BuildServiceProvider();
    }

    public static IntacctClient Client(Uri server, params (string Name, string Value)[] settings) =>
        To(server, settings).GetRequiredService<IntacctClient>();

    /// <summary>An answer of the gateway. The control id is taken from the request.</summary>
    public static string Answer(ReceivedRequest request, string result)
    {
        var id = System.Xml.Linq.XElement.Parse(request.Body).Descendants("function").Single().Attribute("controlid")!.Value;
        return Response($"<authentication><status>success</status><userid>zsync</userid><companyid>harbor-co</companyid></authentication>"
            + result.Replace("{id}", id, StringComparison.Ordinal));
    }

    public static string Response(string operation) =>
        "<response><control><status>success</status><senderid>S</senderid><controlid>c</controlid></control>"
        + $"<operation>{operation}</operation></response>";

    public static string Session(Uri server) =>
        "<result><status>success</status><function>getAPISession</function><controlid>{id}</controlid>"
        + $"<data><api><sessionid>s-1</sessionid><endpoint>{server}gw.phtml</endpoint></api></data></result>";

    public static string Failure(string number, string text) =>
        "<result><status>failure</status><function>query</function><controlid>{id}</controlid>"
        + $"<errormessage><error><errorno>{number}</errorno><description2>{text}</description2></error></errormessage></result>";
}
