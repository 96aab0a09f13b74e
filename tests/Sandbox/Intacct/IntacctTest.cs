using System.Text;
using System.Xml.Linq;
using Isthmus.Sandbox.Tests.Hosting;

namespace Isthmus.Sandbox.Tests.Intacct;

/// <summary>A test with a sandbox of its own, which it calls as a program of the company would.</summary>
public abstract class IntacctTest : IAsyncLifetime
{
    public const string Gateway = "/sage-intacct/ia/xml/xmlgw.phtml";

    protected SandboxServer Sandbox { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync();
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-intacct"] = new { supportIds = false } });
    }

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();

    public static XElement Request(string authentication, string content, string unique = "<uniqueid>false</uniqueid>",
        string transaction = "false") =>
        XElement.Parse($"""
            <request>
              <control><senderid>SANDBOX</senderid><password>intacct-sender-secret</password><controlid>c-1</controlid>{unique}<dtdversion>3.0</dtdversion></control>
              <operation transaction="{transaction}"><authentication>{authentication}</authentication><content>{content}</content></operation>
            </request>
            """);

    public const string Login =
        "<login><userid>zsync</userid><companyid>harbor-co</companyid><password>intacct-user-secret</password></login>";

    public static string Function(string body, string id = "f-1") => $"<function controlid=\"{id}\">{body}</function>";

    protected Task<XElement> CallAsync(string body) => SendAsync(Request(Login, Function(body)));

    protected async Task<XElement> SendAsync(XElement request, string? address = null)
    {
        using var content = new StringContent(request.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, "application/xml");
        using var answer = await Sandbox.Http.PostAsync(address ?? Gateway, content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return XElement.Parse(text);
    }

    protected async Task<(string Id, string Endpoint)> SignInAsync()
    {
        var api = (await CallAsync("<getAPISession/>")).Descendants("api").Single();
        return (api.Element("sessionid")!.Value, api.Element("endpoint")!.Value);
    }

    /// <summary>What somebody at the screen enters.</summary>
    protected Task PutAsync(string name, params object[] records) => Sandbox.PostAsync($"/_sandbox/sage-intacct/objects/{name}", records);

    protected static string Status(XElement response, string at) => at == "control"
        ? response.Element("control")!.Element("status")!.Value : response.Descendants(at).First().Element("status")!.Value;

    protected static string Error(XElement response) => response.Descendants("errorno").First().Value;
}
