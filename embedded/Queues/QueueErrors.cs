using Azure;

namespace Isthmus.Embedded.Queues;

/// <summary>The refusals of the queue service, with the status and the code that Azure gives.</summary>
internal static class QueueErrors
{
    public static RequestFailedException QueueNotFound() => Of(404, "QueueNotFound", "The specified queue does not exist.");

    public static RequestFailedException QueueAlreadyExists() =>
        Of(409, "QueueAlreadyExists", "The specified queue already exists.");

    public static RequestFailedException MessageNotFound() => Of(404, "MessageNotFound", "The specified message does not exist.");

    public static RequestFailedException PopReceiptMismatch() => Of(400, "PopReceiptMismatch",
        "The specified pop receipt did not match the pop receipt for a dequeued message.");

    public static RequestFailedException TooLarge() => Of(413, "RequestBodyTooLarge",
        "The request body is too large and exceeds the maximum permissible limit.");

    public static RequestFailedException OutOfRange(string parameter) => Of(400, "OutOfRangeQueryParameterValue",
        $"One of the query parameters specified in the request URI is outside the permissible range. ({parameter})");

    public static RequestFailedException InvalidValue(string parameter) => Of(400, "InvalidQueryParameterValue",
        $"Value for one of the query parameters specified in the request URI is invalid. ({parameter})");

    public static RequestFailedException InvalidXml() => Of(400, "InvalidXmlDocument",
        "XML specified is not syntactically valid. Text with control characters goes with QueueMessageEncoding.Base64.");

    public static RequestFailedException InvalidMetadata(string why) => Of(400, "InvalidMetadata",
        $"The specified metadata is invalid. It includes characters that are not permitted. ({why})");

    public static RequestFailedException MetadataTooLarge() => Of(400, "MetadataTooLarge",
        "The size of the specified metadata exceeds the maximum size permitted.");

    public static RequestFailedException InvalidName() => Of(400, "InvalidResourceName",
        "The specified resource name contains invalid characters.");

    public static RequestFailedException NameLength() => Of(400, "OutOfRangeInput",
        "The specified resource name length is not within the permissible limits.");

    private static RequestFailedException Of(int status, string code, string message) =>
        new(status, $"{message}\nStatus: {status}\nErrorCode: {code}", code, innerException: null);
}
