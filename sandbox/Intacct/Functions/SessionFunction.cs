using System.Xml.Linq;
using Isthmus.Sandbox.Intacct.Gateway;
using Isthmus.Sandbox.Intacct.Sessions;

namespace Isthmus.Sandbox.Intacct.Functions;

/// <summary>getAPISession: a session that is good at the company's own endpoint only.</summary>
internal static class SessionFunction
{
    public static object Run(XElement body, Caller caller, SignIn signIn, string pod)
    {
        var entity = body.Element("locationid")?.Value ?? caller.Session.Entity;
        var endpoint = GatewayRoutes.EndpointOf(caller.Root, pod);
        var session = signIn.Open(endpoint, entity);
        return new XElement("data", new XElement("api", new XElement("sessionid", session.Id), new XElement("endpoint", endpoint),
            new XElement("locationid", entity)));
    }
}
