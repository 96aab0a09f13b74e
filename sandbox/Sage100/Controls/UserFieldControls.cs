using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>
/// POST /_sandbox/sage-100/udfs <c>{object, name, length, lines}</c>: adds a user-defined field; lines puts it on
/// the object's lines.
/// </summary>
internal static partial class UserFieldControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company) =>
        routes.MapPost("/_sandbox/sage-100/udfs", async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            body.AllowOnly("object", "name", "length", "lines");
            lock (company.Gate) Add(company, body);
            await context.Response.WriteJsonAsync(201, new JsonObject { ["name"] = body.Need<string>("name") });
        });

    private static void Add(Company company, JsonObject body)
    {
        var name = body.Need<string>("object");
        var schema = company.Find(name)?.Schema ?? throw new ControlException($"object '{name}' is not known.");
        if (body.Get<bool>("lines")) schema = schema.Lines ?? throw new ControlException($"{name} has no lines.");
        var field = body.Need<string>("name");
        if (!FieldName().IsMatch(field))
            throw new ControlException("name must read UDF_ and capital letters, digits or underscores.");
        if (schema.Find(field) is null) schema.Add(Columns.Text(field, body.Get("length", UserFields.Length)));
    }

    [GeneratedRegex("^UDF_[A-Z0-9_]{1,26}$")]
    private static partial Regex FieldName();
}
