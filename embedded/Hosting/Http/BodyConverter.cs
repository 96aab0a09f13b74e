using Azure.Core.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Converters;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>Reads the body of a request for <c>[FromBody]</c>.</summary>
internal sealed class BodyConverter(ObjectSerializer serializer) : IInputConverter
{
    public async ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
    {
        if (context.Source is not HttpContext http)
            return ConversionResult.Failed(new InvalidOperationException("[FromBody] works in HTTP functions only."));
        try
        {
            return ConversionResult.Success(await ReadAsync(http.Request, context.TargetType));
        }
        catch (System.Text.Json.JsonException failure)
        {
            // The reader's own message may quote the body.
            return ConversionResult.Failed(new InvalidDataException($"The body is not the JSON expected: line {failure.LineNumber + 1}."));
        }
    }

    private async ValueTask<object?> ReadAsync(HttpRequest request, Type target)
    {
        if (target == typeof(string))
        {
            using var reader = new StreamReader(request.Body, leaveOpen: true);
            return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        }
        return await serializer.DeserializeAsync(request.Body, target, request.HttpContext.RequestAborted);
    }
}
