using System.Xml.Linq;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;

namespace Isthmus.Sandbox.Intacct.Sessions;

/// <summary>Who calls: a user by its password, or a session that lives and is used at its own endpoint.</summary>
internal sealed class SignIn(Company company, FaultPlan faults, IdSource ids)
{
    private readonly Dictionary<string, Session> sessions = [];

    /// <summary>The caller of an operation.</summary>
    /// <exception cref="GatewayException">Nobody that may call.</exception>
    public Session Require(XElement authentication, string endpoint)
    {
        if (!company.Settings.SenderAuthorised)
            throw new GatewayException("XL03000006", "Sender ID is not authorized to make Web Services requests to this company.");
        if (authentication.Element("login") is { } login) return OfLogin(login, endpoint);
        if (authentication.Element("sessionid")?.Value is not { } id || !sessions.TryGetValue(id.Trim(), out var session)
            || session.Expires <= company.Now || session.Endpoint != endpoint
            || faults.Take(IntacctVendor.Id, FaultKind.TokenExpiry, "session"))
        {
            sessions.Remove(authentication.Element("sessionid")?.Value.Trim() ?? "");
            throw new GatewayException("XL03000006", "Invalid session: sign in again.");
        }
        return sessions[session.Id] = session with { Expires = company.Now + company.Settings.SessionLife };
    }

    public Session Open(string endpoint, string entity)
    {
        foreach (var old in sessions.Values.Where(old => old.Expires <= company.Now).ToList()) sessions.Remove(old.Id);
        var session = new Session(ids.Next("s", 30), endpoint, entity, company.Now + company.Settings.SessionLife);
        return sessions[session.Id] = session;
    }

    public void Clear() => sessions.Clear();

    private Session OfLogin(XElement login, string endpoint)
    {
        string Given(string name) => login.Element(name)?.Value ?? "";
        if (Given("companyid") != Company.Id || Given("userid") != Company.User || Given("password") != company.Settings.UserPassword)
            throw new GatewayException("XL03000006", "Sign-in information is incorrect");
        if (company.Settings.PasswordExpired) throw new GatewayException("XL03000006", "Your password has expired");
        return new Session("", endpoint, Given("locationid"), company.Now + company.Settings.SessionLife);
    }
}
