namespace Azure.Data.Tables.Models;

public readonly partial struct TableErrorCode
{
    /// <summary>Account iopslimit exceeded.</summary>
    public static TableErrorCode AccountIOPSLimitExceeded => new("AccountIOPSLimitExceeded");

    /// <summary>Atom format not supported.</summary>
    public static TableErrorCode AtomFormatNotSupported => new("AtomFormatNotSupported");

    /// <summary>Authorization permission mismatch.</summary>
    public static TableErrorCode AuthorizationPermissionMismatch => new("AuthorizationPermissionMismatch");

    /// <summary>Authorization resource type mismatch.</summary>
    public static TableErrorCode AuthorizationResourceTypeMismatch => new("AuthorizationResourceTypeMismatch");

    /// <summary>Cannot create table with iopsgreater than max allowed per table.</summary>
    public static TableErrorCode CannotCreateTableWithIOPSGreaterThanMaxAllowedPerTable =>
        new("CannotCreateTableWithIOPSGreaterThanMaxAllowedPerTable");

    /// <summary>Commands in batch act on different partitions.</summary>
    public static TableErrorCode CommandsInBatchActOnDifferentPartitions => new("CommandsInBatchActOnDifferentPartitions");

    /// <summary>Content length exceeded.</summary>
    public static TableErrorCode ContentLengthExceeded => new("ContentLengthExceeded");

    /// <summary>Duplicate key property specified.</summary>
    public static TableErrorCode DuplicateKeyPropertySpecified => new("DuplicateKeyPropertySpecified");

    /// <summary>Duplicate properties specified.</summary>
    public static TableErrorCode DuplicatePropertiesSpecified => new("DuplicatePropertiesSpecified");

    /// <summary>Entity already exists.</summary>
    public static TableErrorCode EntityAlreadyExists => new("EntityAlreadyExists");

    /// <summary>Entity not found.</summary>
    public static TableErrorCode EntityNotFound => new("EntityNotFound");

    /// <summary>Entity too large.</summary>
    public static TableErrorCode EntityTooLarge => new("EntityTooLarge");

    /// <summary>Forbidden.</summary>
    public static TableErrorCode Forbidden => new("Forbidden");

    /// <summary>Invalid duplicate row.</summary>
    public static TableErrorCode InvalidDuplicateRow => new("InvalidDuplicateRow");

    /// <summary>Invalid input.</summary>
    public static TableErrorCode InvalidInput => new("InvalidInput");

    /// <summary>Invalid value type.</summary>
    public static TableErrorCode InvalidValueType => new("InvalidValueType");

    /// <summary>Json format not supported.</summary>
    public static TableErrorCode JsonFormatNotSupported => new("JsonFormatNotSupported");

    /// <summary>Json verbose format not supported.</summary>
    public static TableErrorCode JsonVerboseFormatNotSupported => new("JsonVerboseFormatNotSupported");

    /// <summary>Key value too large.</summary>
    public static TableErrorCode KeyValueTooLarge => new("KeyValueTooLarge");

    /// <summary>Media type not supported.</summary>
    public static TableErrorCode MediaTypeNotSupported => new("MediaTypeNotSupported");

    /// <summary>Method not allowed.</summary>
    public static TableErrorCode MethodNotAllowed => new("MethodNotAllowed");

    /// <summary>Not implemented.</summary>
    public static TableErrorCode NotImplemented => new("NotImplemented");

    /// <summary>Operation timed out.</summary>
    public static TableErrorCode OperationTimedOut => new("OperationTimedOut");

    /// <summary>Operator invalid.</summary>
    public static TableErrorCode OperatorInvalid => new("OperatorInvalid");

    /// <summary>Out of range input.</summary>
    public static TableErrorCode OutOfRangeInput => new("OutOfRangeInput");

    /// <summary>Partition key equality comparison expected.</summary>
    public static TableErrorCode PartitionKeyEqualityComparisonExpected => new("PartitionKeyEqualityComparisonExpected");

    /// <summary>Partition key not specified.</summary>
    public static TableErrorCode PartitionKeyNotSpecified => new("PartitionKeyNotSpecified");

    /// <summary>Partition key property cannot be updated.</summary>
    public static TableErrorCode PartitionKeyPropertyCannotBeUpdated => new("PartitionKeyPropertyCannotBeUpdated");

    /// <summary>Partition key specified more than once.</summary>
    public static TableErrorCode PartitionKeySpecifiedMoreThanOnce => new("PartitionKeySpecifiedMoreThanOnce");

    /// <summary>Per table iopsdecrement limit reached.</summary>
    public static TableErrorCode PerTableIOPSDecrementLimitReached => new("PerTableIOPSDecrementLimitReached");

    /// <summary>Per table iopsincrement limit reached.</summary>
    public static TableErrorCode PerTableIOPSIncrementLimitReached => new("PerTableIOPSIncrementLimitReached");

    /// <summary>Primary key property is invalid type.</summary>
    public static TableErrorCode PrimaryKeyPropertyIsInvalidType => new("PrimaryKeyPropertyIsInvalidType");

    /// <summary>Properties need value.</summary>
    public static TableErrorCode PropertiesNeedValue => new("PropertiesNeedValue");

    /// <summary>Property name invalid.</summary>
    public static TableErrorCode PropertyNameInvalid => new("PropertyNameInvalid");

    /// <summary>Property name too long.</summary>
    public static TableErrorCode PropertyNameTooLong => new("PropertyNameTooLong");

    /// <summary>Property value too large.</summary>
    public static TableErrorCode PropertyValueTooLarge => new("PropertyValueTooLarge");

    /// <summary>Resource not found.</summary>
    public static TableErrorCode ResourceNotFound => new("ResourceNotFound");

    /// <summary>Setting iopsfor atable in provisioning not allowed.</summary>
    public static TableErrorCode SettingIOPSForATableInProvisioningNotAllowed =>
        new("SettingIOPSForATableInProvisioningNotAllowed");

    /// <summary>Table already exists.</summary>
    public static TableErrorCode TableAlreadyExists => new("TableAlreadyExists");

    /// <summary>Table being deleted.</summary>
    public static TableErrorCode TableBeingDeleted => new("TableBeingDeleted");

    /// <summary>Table has no properties.</summary>
    public static TableErrorCode TableHasNoProperties => new("TableHasNoProperties");

    /// <summary>Table has no such property.</summary>
    public static TableErrorCode TableHasNoSuchProperty => new("TableHasNoSuchProperty");

    /// <summary>Table not found.</summary>
    public static TableErrorCode TableNotFound => new("TableNotFound");

    /// <summary>Too many properties.</summary>
    public static TableErrorCode TooManyProperties => new("TooManyProperties");

    /// <summary>Update condition not satisfied.</summary>
    public static TableErrorCode UpdateConditionNotSatisfied => new("UpdateConditionNotSatisfied");

    /// <summary>Xmethod incorrect count.</summary>
    public static TableErrorCode XMethodIncorrectCount => new("XMethodIncorrectCount");

    /// <summary>Xmethod incorrect value.</summary>
    public static TableErrorCode XMethodIncorrectValue => new("XMethodIncorrectValue");

    /// <summary>Xmethod not using post.</summary>
    public static TableErrorCode XMethodNotUsingPost => new("XMethodNotUsingPost");
}
