using System.Text;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage300.Data;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>Basic authentication of every request, in upper case, and the rights of the user by module.</summary>
internal static class SignOn
{
    public static void Require(HttpContext context, Company company, string module)
    {
        var settings = company.Settings;
        if (!IsUser(context.Request, settings)
            || company.Faults.Take(WebApiVendor.Id, FaultKind.TokenExpiry, context.Request.Path.Value ?? ""))
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Sage 300 Web API\"";
            throw new WebApiError(401, "Unauthorized", "The user name or password is incorrect, or the password has expired.");
        }
        if (settings.Forbidden.Contains(module))
            throw new WebApiError(403, "Forbidden", $"The user is not authorized for the Web API of {module}.");
    }

    private static bool IsUser(HttpRequest request, WebApiSettings settings)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return false;
        var decoded = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), decoded, out var length)) return false;
        var (user, password) = Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2) is [var name, var rest] ? (name, rest) : ("", "");
        if (user == "ADMIN") return settings.AdminAllowed && password == settings.Password;
        return user == settings.User && password == settings.Password;
    }
}
