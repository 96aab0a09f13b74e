using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Constant;

/// <summary>
/// The sandbox's constant-answer mode: each vendor answers every call at once with a fixed valid answer. Nothing is checked and
/// nothing kept, so that a measurement is one of the caller. The answers know one order of two articles for 12.00 GBP; what
/// tells orders apart (numbers, ids) is taken from the call.
/// </summary>
internal static class ConstantSandbox
{
    public static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        ConstantVendor[] vendors =
        [
            new("stripe", "/v1/", StripeAnswers.AnswerAsync, options),
            new("zoho-inventory", "/zoho-inventory/", ZohoAnswers.AnswerAsync, options),
            new("sage-100", "/sage-100/", new SageAnswers().AnswerAsync, options),
            new("zoho-accounts", "/zoho-accounts/", ZohoAnswers.AnswerTokenAsync, options with { Limit = null }),
        ];
        app.Run(context => AnswerAsync(context, vendors));
        return app;
    }

    private static Task AnswerAsync(HttpContext context, ConstantVendor[] vendors)
    {
        var path = context.Request.Path.Value ?? "/";
        foreach (var vendor in vendors) if (vendor.Owns(path)) return vendor.AnswerAsync(context);
        return path == "/_sandbox/calls"
            ? context.Response.WriteJsonAsync(200, new JsonObject(vendors.Select(vendor => KeyValuePair.Create(vendor.Name, vendor.Show()))))
            : context.Response.WriteJsonAsync(200, new JsonObject { ["sandbox"] = "constant" });
    }
}
