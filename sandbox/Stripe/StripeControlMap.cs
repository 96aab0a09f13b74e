using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe;

/// <summary>Puts controls under /_sandbox/stripe; each acts on the records as they are at the clock's time.</summary>
internal sealed class StripeControlMap(StripeAccount account, IEndpointRouteBuilder routes)
{
    public void Post(string path, int status, Func<JsonObject, string, JsonObject> act) =>
        routes.MapPost("/_sandbox/stripe" + path, async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            var id = context.Request.RouteValues["id"] as string ?? "";
            JsonObject answer;
            try
            {
                lock (account.Records.Gate)
                {
                    account.Agenda.CatchUp();
                    answer = act(body, id);
                }
            }
            catch (StripeException exception) { throw new ControlException(exception.Message, exception.Status); }
            await context.Response.WriteJsonAsync(status, answer);
        });
}
