using Azure;

namespace Isthmus.Embedded.Tables;

/// <summary>The refusals of the table service, with the status and the code that Azure gives.</summary>
internal static class TableErrors
{
    public static RequestFailedException TableNotFound() => Of(404, "TableNotFound", "The table specified does not exist.");

    public static RequestFailedException TableAlreadyExists() =>
        Of(409, "TableAlreadyExists", "The table specified already exists.");

    public static RequestFailedException EntityNotFound() =>
        Of(404, "ResourceNotFound", "The specified resource does not exist.");

    public static RequestFailedException EntityAlreadyExists() =>
        Of(409, "EntityAlreadyExists", "The specified entity already exists.");

    public static RequestFailedException ConditionNotMet() => Of(412, "UpdateConditionNotSatisfied",
        "The update condition specified in the request was not satisfied.");

    public static RequestFailedException InvalidInput(string why) =>
        Of(400, "InvalidInput", $"One of the request inputs is not valid. {why}");

    public static RequestFailedException OutOfRange(string name) => Of(400, "OutOfRangeInput",
        $"The '{name}' parameter is out of range.");

    public static RequestFailedException InvalidTableName() => Of(400, "InvalidResourceName",
        "The specified resource name contains invalid characters.");

    public static RequestFailedException KeyMissing() => Of(400, "PropertiesNeedValue",
        "The values are not specified for all properties in the entity.");

    public static RequestFailedException KeyTooLarge() => Of(400, "KeyValueTooLarge",
        "The specified key value is larger than the permissible limit of 1 KiB.");

    public static RequestFailedException PropertyTooLarge(string name) => Of(400, "PropertyValueTooLarge",
        $"The property value exceeds the maximum allowed size (64KB). If the property value is a string, it is " +
        $"UTF-16 encoded and the maximum number of characters should be 32K or less. (property '{name}')");

    public static RequestFailedException EntityTooLarge() => Of(400, "EntityTooLarge",
        "The entity is larger than the maximum allowed size (1MB).");

    public static RequestFailedException TooManyProperties() => Of(400, "TooManyProperties",
        "The entity contains more properties than allowed: 252 besides the system properties.");

    public static RequestFailedException PropertyName(string name) =>
        Of(400, "PropertyNameInvalid", $"The property name is invalid. ('{name}')");

    public static RequestFailedException PropertyNameLength() => Of(400, "PropertyNameTooLong",
        "The property name exceeds the maximum allowed length (255).");

    public static RequestFailedException NotImplemented(string what) => Of(501, "NotImplemented",
        $"The requested operation is not implemented on the specified resource. ({what})");

    public static RequestFailedException OtherPartition() => Of(400, "CommandsInBatchActOnDifferentPartitions",
        "All commands in a batch must operate on same entity group.");

    public static RequestFailedException DuplicateRow() => Of(400, "InvalidDuplicateRow",
        "The batch request contains multiple changes with same row key. An entity can appear only once in a batch request.");

    public static RequestFailedException BatchTooLarge() => Of(413, "RequestBodyTooLarge",
        "The request body is too large and exceeds the maximum permissible limit.");

    /// <summary>The same refusal, named as that of one action of a transaction.</summary>
    public static RequestFailedException At(int index, RequestFailedException failure) =>
        new(failure.Status, $"{index}:{failure.Message}", failure.ErrorCode, innerException: null);

    private static RequestFailedException Of(int status, string code, string message) =>
        new(status, $"{message}\nStatus: {status}\nErrorCode: {code}", code, innerException: null);
}
