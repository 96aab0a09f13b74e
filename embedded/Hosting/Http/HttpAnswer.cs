using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>Writes what an HTTP function returned.</summary>
internal static class HttpAnswer
{
    public static Task WriteAsync(HttpContext http, object? returned) => Result(returned) switch
    {
        null => Task.CompletedTask,
        IActionResult result => result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult result => result.ExecuteAsync(http),
        string text => Results.Text(text).ExecuteAsync(http),
        var value => new ObjectResult(value).ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
    };

    /// <summary>The part of a result that is the answer: nothing where the rest goes to other outputs.</summary>
    private static object? Result(object? returned)
    {
        if (returned is null or IActionResult or IResult or string) return returned;
        var outputs = returned.GetType().GetProperties().Where(property => property.IsDefined(typeof(OutputBindingAttribute), true)).ToList();
        if (outputs.Count == 0) return returned;
        var answer = outputs.Find(property => property.IsDefined(typeof(HttpResultAttribute)))
            ?? returned.GetType().GetProperties().FirstOrDefault(property =>
                typeof(IActionResult).IsAssignableFrom(property.PropertyType) || typeof(IResult).IsAssignableFrom(property.PropertyType));
        return answer?.GetValue(returned);
    }
}
