using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Isthmus.Functions.Operators;

/// <summary>A refusal in words for people.</summary>
/// <param name="Code">A word for programs.</param>
/// <param name="Message">What is wrong and how to cure it.</param>
public sealed record Refusal(string Code, string Message);

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Continuation">Give it as <c>continuation</c> to go on; null at the end.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Continuation);

/// <summary>The answers that operator functions share.</summary>
public static class OperatorAnswers
{
    /// <summary>404.</summary>
    public static IActionResult NotFound(string what, string id) =>
        new NotFoundObjectResult(new Refusal("not-found", $"There is no {what} '{id}'."));

    /// <summary>409: the action does not fit what is there.</summary>
    public static IActionResult Unavailable(string message) => new ConflictObjectResult(new Refusal("unavailable", message));

    /// <summary>400: a parameter is wrong.</summary>
    public static IActionResult Wrong(string name, string? value, string cure) =>
        new BadRequestObjectResult(new Refusal("bad-request", $"{name}={value} cannot be used. {cure}"));

    /// <summary>A page of a list; 400 where the place to go on from is none.</summary>
    public static async Task<IActionResult> PageAsync<T>(
        HttpRequest request, Func<int, string?, Task<(IReadOnlyList<T> Items, string? Continuation)>> list)
    {
        var from = Text(request, "continuation");
        try
        {
            var (items, continuation) = await list(Limit(request), from);
            return new OkObjectResult(new ListPage<T>(items, continuation));
        }
        catch (RequestFailedException refused) when (from is not null && refused.Status == StatusCodes.Status400BadRequest)
        {
            return Wrong("continuation", from, "Give it as the page before gave it, or leave it out to begin at the beginning.");
        }
    }

    /// <summary>How many rows were asked for: 1 to 500, 50 when nothing is said.</summary>
    public static int Limit(HttpRequest request) =>
        int.TryParse(request.Query["limit"], out var limit) ? Math.Clamp(limit, 1, 500) : 50;

    /// <summary>A parameter of the query, or null where it is missing or empty.</summary>
    public static string? Text(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Who acts, as the caller says; the key that let them in is the same for all.</summary>
    public static string Operator(HttpRequest request) =>
        request.Headers["x-operator"].ToString() is { Length: > 0 and <= 100 } name ? "operator:" + name : "operator";
}
