using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Zoho;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Tests.Zoho;

public sealed class Refusals
{
    [Theory]
    [InlineData(400, 2, "Invalid value passed for filter_by", FailureClass.Validation, "2")]
    [InlineData(400, 4, "Invalid Element", FailureClass.Validation, "4")]
    [InlineData(400, 15, "Please ensure that the address has less than 500 characters.", FailureClass.Validation, "15")]
    [InlineData(200, 15, "Please ensure that the address has less than 500 characters.", FailureClass.Validation, "15")]
    [InlineData(404, 5, "Invalid URL Passed", FailureClass.Bug, "5")]
    [InlineData(405, 37, "The HTTP method is not allowed", FailureClass.Bug, "37")]
    [InlineData(400, 1038, "JSON is not well formed", FailureClass.Bug, "1038")]
    [InlineData(401, 14, "Invalid value passed for authtoken.", FailureClass.Auth, "token-refused")]
    [InlineData(401, 57, "You are not authorized to perform this operation", FailureClass.Auth, "not-authorised")]
    [InlineData(403, 57, "You are not authorized to perform this operation", FailureClass.Auth, "not-authorised")]
    [InlineData(400, 6041, "This user is not associated with the CompanyID", FailureClass.Auth, "wrong-organization")]
    [InlineData(429, 44, "blocked for exceeding requests per minute", FailureClass.Throttled, "44")]
    [InlineData(429, 45, "exceeded the maximum number of calls 2000", FailureClass.Throttled, "45")]
    [InlineData(429, 1070, "too many concurrent requests", FailureClass.Throttled, "1070")]
    [InlineData(429, null, "", FailureClass.Throttled, "http-429")]
    [InlineData(500, 1000, "Internal error", FailureClass.Transient, "1000")]
    [InlineData(502, null, "", FailureClass.Transient, "http-502")]
    [InlineData(404, 1002, "Invoice does not exist.", FailureClass.ReferenceMissing, "1002")]
    [InlineData(400, 3062, "The customer \"Ana Prado\" already exists.", FailureClass.Conflict, "duplicate-name")]
    [InlineData(400, 36004, "This sales order number already exists.", FailureClass.Conflict, "duplicate-number")]
    [InlineData(200, 36004, "This sales order number already exists.", FailureClass.Conflict, "duplicate-number")]
    [InlineData(400, 1001, "The invoice# STR-1 has already been used", FailureClass.Conflict, "duplicate-number")]
    [InlineData(400, 1001, "Item with this SKU already exists", FailureClass.Conflict, "duplicate-sku")]
    [InlineData(400, 1001, "Item \"Mug\" already exists", FailureClass.Conflict, "duplicate-name")]
    [InlineData(400, 1001, "Stripe PI \"pi_1\" already exists.", FailureClass.Conflict, "duplicate-value")]
    [InlineData(400, 110001, "Something is wrong with it", FailureClass.Validation, "110001")]
    [InlineData(401, null, "", FailureClass.Auth, "token-refused")]
    public void Are_put_into_our_classes(int status, int? code, string message, FailureClass expected, string expectedCode)
    {
        var failure = Judge(status, code, message)!.Failure;
        Assert.Equal((expected, expectedCode), (failure.Class, failure.Code));
        Assert.NotEmpty(failure.Cure);
        Assert.DoesNotContain("Ana", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_none_only_when_the_code_says_so()
    {
        Assert.Null(Judge(200, 0, "success"));
        Assert.Equal("malformed-answer", Judge(200, null, "")!.Failure.Code);
    }

    [Theory]
    [InlineData(44, 60)]
    [InlineData(45, 3600)]
    [InlineData(1070, 1)]
    public void Of_too_many_calls_say_how_long_to_wait(int code, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Judge(429, code, "")!.Failure.RetryAfter);

    private static Refusal? Judge(int status, int? code, string message)
    {
        using var headers = new HttpResponseMessage();
        JsonElement? body = code is null && message.Length == 0
            ? null : JsonSerializer.SerializeToElement(new Dictionary<string, object?> { ["code"] = code,
                ["message"] = message });
        return ZohoErrors.Judge("zoho-inventory", new ApiCall("call", HttpMethod.Post, "/"),
            new ApiAnswer(status, body, headers.Headers, null));
    }
}
