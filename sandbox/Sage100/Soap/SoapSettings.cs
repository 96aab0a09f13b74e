using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>The switches of the emulated eBusiness Web Services: settings of sage-100 under <c>soap</c>.</summary>
internal sealed class SoapSettings
{
    /// <summary>The switch in System Configuration.</summary>
    public bool System { get; private set; } = true;

    /// <summary>The switch in Company Maintenance.</summary>
    public bool Company { get; private set; } = true;

    /// <summary>The switch in User Maintenance.</summary>
    public bool User { get; private set; } = true;

    /// <summary>The user's password has run out.</summary>
    public bool PasswordExpired { get; private set; }

    public string Password { get; private set; } = "soap-sandbox-secret";

    /// <summary>IIS recycles the application pool: 503 and a page of HTML.</summary>
    public bool PoolDown { get; private set; }

    /// <summary>The contract's name, a part of each SOAPAction.</summary>
    public string Contract { get; private set; } = "IMasService";

    public string Namespace { get; private set; } = "http://mas90.sage.com/ws";

    public string DataNamespace { get; private set; } = "http://mas90.sage.com/ws";

    public string UserName { get; } = "zsync";

    public JsonObject Show() => new()
    {
        ["system"] = System, ["company"] = Company, ["user"] = User, ["passwordExpired"] = PasswordExpired, ["password"] = Password,
        ["poolDown"] = PoolDown, ["contract"] = Contract, ["namespace"] = Namespace, ["dataNamespace"] = DataNamespace
    };

    public void Change(JsonObject wanted)
    {
        wanted.AllowOnly("system", "company", "user", "passwordExpired", "password", "poolDown", "contract", "namespace", "dataNamespace");
        System = wanted.Get("system", System);
        Company = wanted.Get("company", Company);
        User = wanted.Get("user", User);
        PasswordExpired = wanted.Get("passwordExpired", PasswordExpired);
        Password = wanted.Get("password", Password)!;
        PoolDown = wanted.Get("poolDown", PoolDown);
        Contract = wanted.Get("contract", Contract)!;
        Namespace = wanted.Get("namespace", Namespace)!;
        DataNamespace = wanted.Get("dataNamespace", DataNamespace)!;
    }
}
