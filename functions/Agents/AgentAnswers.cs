using System.Globalization;
using Isthmus.Connectors.Sage100.Outbound;
using Isthmus.Functions.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Isthmus.Functions.Agents;

/// <summary>What an agent is told when it gets no work.</summary>
internal static class AgentAnswers
{
    public static IActionResult Unauthorized() => Refused(StatusCodes.Status401Unauthorized, "unauthorized",
        "The key is missing or not valid, or there is no agent of that id here.");

    public static IActionResult Replaced() => Refused(StatusCodes.Status409Conflict, "replaced",
        "A newer process is the agent of this id. Stop one of the two, or give one another id.");

    public static IActionResult Gone() => Refused(StatusCodes.Status410Gone, "gone",
        "Nobody waits for this answer: it was given before, or too late.");

    public static IActionResult TooLarge() => Refused(StatusCodes.Status413PayloadTooLarge, "too-large",
        "The answer is larger than Limits:LargestAnswer of the connection.");

    public static IActionResult Wrong(string header) => Refused(StatusCodes.Status400BadRequest, "bad-request",
        $"The header {header} is missing or wrong.");

    private static ObjectResult Refused(int status, string code, string message) =>
        new(new Refusal(code, message)) { StatusCode = status };
}

/// <summary>A call on its way to the agent: its body as it is, and the rest beside it.</summary>
internal sealed class AgentWorkResult(AgentWork work, TimeSpan left) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.Headers[AgentHeaders.RequestName] = work.Id;
        response.Headers[AgentHeaders.MethodName] = work.Method;
        response.Headers[AgentHeaders.PathName] = work.Path;
        var seconds = Math.Max(0, left.TotalSeconds);
        response.Headers[AgentHeaders.PatienceName] = seconds.ToString("0.###", CultureInfo.InvariantCulture);
        response.ContentType = "application/json";
        response.ContentLength = work.Body.Length;
        await response.Body.WriteAsync(work.Body, context.HttpContext.RequestAborted);
    }
}
