using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Isthmus.Functions.Payouts;

/// <summary>A file of comma-separated values, written line by line as it is read.</summary>
internal sealed class CsvResult(string name, IAsyncEnumerable<string> lines) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await foreach (var line in lines.WithCancellation(context.HttpContext.RequestAborted))
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(line));
    }
}
